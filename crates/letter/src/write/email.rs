//! A message to a clerk, in parts that a person can copy and as an `.eml` file that opens as a draft.
//!
//! The file says nothing of the machine and nothing of the moment: no date, no message id, no mail program; the
//! program that sends it adds its own. `X-Unsent` makes Outlook and others open it for editing. Only this module names
//! `mail_builder`, which asks the clock only for headers and boundaries that it is not given; all are given here.
//! Where the words of the body come from is not its business: they are an argument.

use std::borrow::Cow;

use jiff::civil::Date;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::{BodyPart, MimePart};

use super::WriteError;
use crate::draft::{Draft, Position};
use crate::language;

/// A message, part by part, as copy buttons offer it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EmailParts {
    /// Addresses, each bare or as `Name <address>`.
    pub to: Vec<String>,
    /// Addresses of those who get a copy.
    pub cc: Vec<String>,
    /// The subject, one line.
    pub subject: String,
    /// The words, as plain text.
    pub body: String,
    /// What goes along.
    pub attachments: Vec<Attachment>,
}

/// A file that goes along.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Its name, with its ending.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type: `application/pdf`.
    pub media_type: String,
}

/// Where the message goes, beside what the draft says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clerk {
    /// The address that takes comments; several stand apart by commas.
    pub to: String,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// What the body calls an item before its number, where the draft's language will not do: `Item`, `File No.`.
    pub label: Option<String>,
}

/// The parts of a message about a draft: the subject as clerks sort by it, the body and the files as they are given.
pub fn parts(draft: &Draft, clerk: &Clerk, body: &str, attachments: Vec<Attachment>) -> EmailParts {
    let label = clerk.label.as_deref().or(draft.item.label.as_deref());
    EmailParts {
        to: addresses(&clerk.to),
        cc: clerk.cc.iter().flat_map(|cc| addresses(cc)).collect(),
        subject: subject(draft, label),
        body: body.to_owned(),
        attachments,
    }
}

/// `Item 3, Surveillance ordinance (January 27, 2026): oppose`, of as much as the draft says.
pub fn subject(draft: &Draft, label: Option<&str>) -> String {
    let words = language::words(draft.language());
    let item = &draft.item;
    // A number that says itself what it is, as `SB 266` does, needs no label unless it is given one.
    let says_itself = item.number.starts_with(char::is_alphabetic) && item.number.contains(' ');
    let label = label.unwrap_or(if says_itself { "" } else { words.item });
    let label = label.trim_end().trim_end_matches('#').trim_end();
    let numbered = if item.number.trim().is_empty() { String::new() } else { format!("{label} {}", item.number) };
    let title = draft.subject.as_deref().filter(|_| item.title.trim().is_empty()).unwrap_or(&item.title);
    let named: Vec<&str> = [numbered.trim(), title.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    let mut subject = named.join(", ");
    if let Some(meeting) = item.meeting {
        let day = words.long_date(meeting);
        subject = if subject.is_empty() { day } else { format!("{subject} ({day})") };
    }
    if let Some(position) = item.position {
        let position = said(position, words.language);
        subject = if subject.is_empty() { position.to_owned() } else { format!("{subject}: {position}") };
    }
    one_line(&subject)
}

/// A position, in a word or three.
fn said(position: Position, language: &str) -> &'static str {
    let words = match language {
        "es" => {
            ["a favor", "a favor con enmiendas", "neutral", "con inquietudes", "en contra salvo enmiendas", "en contra"]
        }
        "tl" => [
            "sang-ayon",
            "sang-ayon kung aamyendahan",
            "walang panig",
            "may alalahanin",
            "tutol maliban kung aamyendahan",
            "tutol",
        ],
        "vi" => [
            "ủng hộ",
            "ủng hộ nếu được sửa đổi",
            "trung lập",
            "có quan ngại",
            "phản đối trừ khi được sửa đổi",
            "phản đối",
        ],
        "ru" => {
            ["за", "за при условии поправок", "нейтрально", "с опасениями", "против, если не будет поправок", "против"]
        }
        "uk" => {
            ["за", "за, за умови поправок", "нейтрально", "із застереженнями", "проти, якщо не буде поправок", "проти"]
        }
        _ => ["support", "support if amended", "neutral", "concern", "oppose unless amended", "oppose"],
    };
    match position {
        Position::Support => words[0],
        Position::SupportIfAmended => words[1],
        Position::Neutral => words[2],
        Position::Concern => words[3],
        Position::OpposeUnlessAmended => words[4],
        Position::Oppose => words[5],
    }
}

/// The addresses of a list that commas, semicolons or lines part; a comma within quotation marks parts nothing.
pub fn addresses(list: &str) -> Vec<String> {
    let mut quoted = false;
    let parts = |c: char| {
        quoted ^= c == '"';
        !quoted && matches!(c, ',' | ';' | '\n' | '\r')
    };
    list.split(parts).map(one_line).filter(|address| !address.is_empty()).collect()
}

/// The message as a file; `date`, where it is given, is the day it bears, at midnight of no zone.
pub fn eml(parts: &EmailParts, date: Option<Date>) -> Result<Vec<u8>, WriteError> {
    let boundary = boundary(parts);
    let mut root = match parts.attachments.is_empty() {
        true => words(&parts.body),
        false => {
            let content = ContentType::new("multipart/mixed").attribute("boundary", boundary);
            let files = parts.attachments.iter().map(attached);
            MimePart::new(content, std::iter::once(words(&parts.body)).chain(files).collect::<Vec<_>>())
        }
    };
    let mut headers: Vec<(Cow<'_, str>, mail_builder::headers::HeaderType<'_>)> = Vec::new();
    headers.push(("X-Unsent".into(), Raw::new("1").into()));
    for (name, list) in [("To", &parts.to), ("Cc", &parts.cc)] {
        if !list.is_empty() {
            let list = list.iter().map(|address| mailbox(address)).collect::<Result<Vec<_>, _>>()?;
            headers.push((name.into(), Address::new_list(list).into()));
        }
    }
    headers.push(("Subject".into(), Text::new(one_line(&parts.subject)).into()));
    if let Some(date) = date {
        headers.push(("Date".into(), Raw::new(date.strftime("%a, %-d %b %Y 00:00:00 -0000").to_string()).into()));
    }
    headers.push(("MIME-Version".into(), Raw::new("1.0").into()));
    headers.append(&mut root.headers);
    root.headers = headers;
    let mut out = Vec::new();
    root.write_part(&mut out);
    Ok(out)
}

/// The body, in UTF-8 that any relay passes on.
fn words(body: &str) -> MimePart<'_> {
    let content = ContentType::new("text/plain").attribute("charset", "utf-8");
    MimePart::new(content, BodyPart::Text(body.into()))
}

fn attached(file: &Attachment) -> MimePart<'_> {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$&-^_.+".contains(c);
    let is_type = file
        .media_type
        .split_once('/')
        .is_some_and(|(kind, of)| !kind.is_empty() && !of.is_empty() && kind.chars().chain(of.chars()).all(is_token));
    let media_type = if is_type { file.media_type.as_str() } else { "application/octet-stream" };
    let name = one_line(&file.name).replace(['/', '\\', '"'], "-");
    // Marked as binary, so that a text file arrives with the line ends that it left with.
    MimePart::new(media_type, BodyPart::Binary(file.bytes.as_slice().into())).attachment(name)
}

/// The text is an address that a message can be sent to, bare or with a name before it.
pub fn is_address(text: &str) -> bool {
    mailbox(text).is_ok()
}

/// An address, bare or with a name before it; refused where it is none.
fn mailbox(text: &str) -> Result<Address<'static>, WriteError> {
    let text = one_line(text);
    let (name, address) = match text.strip_suffix('>').and_then(|open| open.rsplit_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"').trim(), address.trim()),
        None => ("", text.as_str()),
    };
    let is_address = address.split_once('@').is_some_and(|(person, host)| !person.is_empty() && host.contains('.'))
        && address.matches('@').count() == 1
        && !address.contains(|c: char| c.is_whitespace() || "<>(),;:\\\"".contains(c));
    if !is_address {
        return Err(WriteError { format: "email", reason: format!("`{text}` is no e-mail address") });
    }
    Ok(Address::new_address((!name.is_empty()).then(|| name.to_owned()), address.to_owned()))
}

/// One line of it: what could begin another header is a blank, as are all control characters.
fn one_line(text: &str) -> String {
    let is_break = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(|c: char| c.is_whitespace() || is_break(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A line that stands between the parts and in none of them: the first of a fixed row that the body does not hold.
/// Files are written in base64, which has none of its signs.
fn boundary(parts: &EmailParts) -> String {
    (0..).map(|number: u32| format!("=_lectern_{number}_=")).find(|line| !parts.body.contains(line)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
