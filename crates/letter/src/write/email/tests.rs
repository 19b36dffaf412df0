//! Messages as another reader finds them, and the subjects that clerks sort by.

use mail_parser::{MessageParser, MimeHeaders};

use super::*;

fn parts_of(to: &[&str], subject: &str, body: &str, files: &[(&str, &[u8], &str)]) -> EmailParts {
    let file = |(name, bytes, kind): &(&str, &[u8], &str)| Attachment {
        name: (*name).to_owned(),
        bytes: bytes.to_vec(),
        media_type: (*kind).to_owned(),
    };
    EmailParts {
        to: to.iter().map(|to| (*to).to_owned()).collect(),
        cc: Vec::new(),
        subject: subject.to_owned(),
        body: body.to_owned(),
        attachments: files.iter().map(file).collect(),
    }
}

fn text_of(parts: &EmailParts) -> String {
    String::from_utf8(eml(parts, None).unwrap()).unwrap()
}

#[test]
fn another_reader_finds_what_was_written() {
    let long = "Item 3, ".to_owned() + &"a very long and official title of an ordinance ".repeat(12) + "über § 54954.3";
    let body = "Dear Clerk,\n\nplease file this — “as is”.\n.\nFrom the start: 名前 🏛️\n".to_owned()
        + &"x".repeat(1200)
        + "\n";
    let pdf: Vec<u8> = (0..=255).cycle().take(3000).collect();
    let mut parts = parts_of(
        &["publiccomment@cityofsacramento.org", "“City” Clerk, José <clerk@cityofsacramento.org>"],
        &long,
        &body,
        &[
            ("2026-01-27-item-3.pdf", &pdf, "application/pdf"),
            (
                "Stellungnahme für Łódź 意見.docx",
                b"PK",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            ("../../a\"b\r\nX-Evil: 1.txt", b"line\nline\n", "text/plain\r\nX-Evil: 1"),
        ],
    );
    parts.cc = vec!["\"Maple, Chair\" <maple@cityofsacramento.org>".to_owned()];
    let bytes = eml(&parts, None).unwrap();
    assert_eq!(bytes, eml(&parts, None).unwrap());
    let message = MessageParser::default().parse(&bytes).unwrap();
    assert_eq!(message.subject(), Some(long.trim()));
    let to = message.to().unwrap().as_list().unwrap();
    let named: Vec<_> = to.iter().map(|address| (address.name(), address.address())).collect();
    assert_eq!(
        named,
        [
            (None, Some("publiccomment@cityofsacramento.org")),
            (Some("“City” Clerk, José"), Some("clerk@cityofsacramento.org"))
        ]
    );
    let cc = message.cc().unwrap().as_list().unwrap();
    assert_eq!((cc[0].name(), cc[0].address()), (Some("Maple, Chair"), Some("maple@cityofsacramento.org")));
    assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), body.trim_end());
    let files: Vec<_> = message.attachments().map(|file| (file.attachment_name().unwrap(), file.contents())).collect();
    assert_eq!(files.len(), 3);
    assert_eq!(files[0], ("2026-01-27-item-3.pdf", pdf.as_slice()));
    assert_eq!(files[1], ("Stellungnahme für Łódź 意見.docx", b"PK".as_slice()));
    assert_eq!(files[2], ("..-..-a-b X-Evil: 1.txt", b"line\nline\n".as_slice()));
}

#[test]
fn a_message_says_nothing_of_machine_and_moment() {
    let text = text_of(&parts_of(&["a@b.org"], "Item 3", "Hello\n", &[("a.pdf", b"%PDF", "application/pdf")]));
    assert!(text.starts_with("X-Unsent: 1\r\nTo: "), "{text}");
    for header in ["Date:", "Message-ID:", "User-Agent:", "X-Mailer:", "From:"] {
        assert!(!text.contains(header), "{header} in {text}");
    }
    assert!(text.contains("boundary=\"=_lectern_0_=\""), "{text}");
    let alone = text_of(&parts_of(&[], "", "", &[]));
    assert!(
        alone.contains("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=") && !alone.contains("To:"),
        "{alone}"
    );
    let dated = eml(&parts_of(&[], "", "", &[]), Some(jiff::civil::date(2026, 1, 27))).unwrap();
    assert!(String::from_utf8(dated).unwrap().contains("Date: Tue, 27 Jan 2026 00:00:00 -0000\r\n"));
    let clash = parts_of(&[], "", "a\n--=_lectern_0_=\nb", &[("a", b"", "x")]);
    assert!(text_of(&clash).contains("boundary=\"=_lectern_1_=\""));
}

#[test]
fn lines_are_short_and_no_value_begins_a_header() {
    let parts = EmailParts {
        cc: vec!["Evil\r\nBcc: x@y.org <c@d.org>".to_owned()],
        ..parts_of(&["a@b.org"], "Item 3\r\nBcc: x@y.org\r\n\r\nbody\u{2028}X-A: 1", &"é ".repeat(900), &[])
    };
    let text = text_of(&parts);
    assert!(text.split("\r\n").all(|line| line.len() <= 998 && !line.starts_with("Bcc") && !line.starts_with("X-A")));
    let message = MessageParser::default().parse(text.as_bytes()).unwrap();
    assert!(message.bcc().is_none());
    assert_eq!(message.subject(), Some("Item 3 Bcc: x@y.org body X-A: 1"));
}

#[test]
fn what_is_no_address_is_refused_by_name() {
    let check = |to: &str| {
        let error = eml(&parts_of(&[to], "", "", &[]), None).unwrap_err();
        assert!(error.reason.contains("is no e-mail address"), "{to}: {error}");
    };
    check("clerk");
    check("clerk@");
    check("@city.org");
    check("Clerk <clerk>");
    check("a b@city.org");
    check("a@b@city.org");
    check("a@b.org>, x@y.org");
}

#[test]
fn lists_of_addresses_are_parted() {
    let check = |list: &str, expected: &[&str]| assert_eq!(addresses(list), expected);
    check("a@b.org, c@d.org;e@f.org\n", &["a@b.org", "c@d.org", "e@f.org"]);
    check("\"Maple, Chair\" <m@b.org>, c@d.org", &["\"Maple, Chair\" <m@b.org>", "c@d.org"]);
    check(" ,; ", &[]);
}

#[test]
fn subjects_are_built_as_clerks_sort_them() {
    let check =
        |number: &str, title: &str, meeting: &str, position: Option<Position>, language: &str, expected: &str| {
            let mut draft = Draft { language: language.to_owned(), ..Draft::default() };
            draft.item.number = number.to_owned();
            draft.item.title = title.to_owned();
            draft.item.meeting = meeting.parse().ok();
            draft.item.position = position;
            assert_eq!(parts(&draft, &Clerk::default(), "", Vec::new()).subject, expected);
        };
    let day = "2026-01-27";
    let oppose = Some(Position::Oppose);
    check("3", "Surveillance ordinance", day, oppose, "", "Item 3, Surveillance ordinance (January 27, 2026): oppose");
    check("3", "Two\nlines", "", None, "", "Item 3, Two lines");
    check(
        "",
        "Ordinance",
        day,
        Some(Position::SupportIfAmended),
        "",
        "Ordinance (January 27, 2026): support if amended",
    );
    check("SB 266", "", "", oppose, "", "SB 266: oppose");
    check("CA-4", "", day, None, "", "Item CA-4 (January 27, 2026)");
    check("", "", "", oppose, "", "oppose");
    check("", "", day, None, "", "January 27, 2026");
    check("", "", "", None, "", "");
    check("3", "Ordenanza", day, oppose, "es", "Punto n.º 3, Ordenanza (27 de enero de 2026): en contra");
    let mut draft = Draft { subject: Some("Audit of the fund".to_owned()), ..Draft::default() };
    draft.item.number = "23-1089".to_owned();
    assert_eq!(subject(&draft, Some("Council File No. ")), "Council File No. 23-1089, Audit of the fund");
}
