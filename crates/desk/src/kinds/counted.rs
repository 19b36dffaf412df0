//! A body in, the same body with a count in each of its loops out: one that goes round too often ends itself.
//!
//! The engine has no limit of time or of steps, and a thread that does not end cannot be ended. So a kind is filled for
//! trial with a counter that the body itself carries; line numbers stay as they are.

/// What the body says when it goes round too often.
const TOO_OFTEN: &str = "its loops go round more often than";
/// The most rounds that all loops of a body go; the longest built-in kind goes a few dozen.
const MOST_ROUNDS: usize = 20_000;
/// The most bytes that the rounds may come to, for bodies that print much in each.
const MOST_BYTES: usize = 20_000_000;

/// The body with a count in each loop.
pub(super) fn counted(body: &str) -> String {
    let most = (MOST_BYTES / body.len().max(1)).clamp(500, MOST_ROUNDS);
    let count = format!(
        "{{% set_global lectern_rounds = (lectern_rounds | default(value=0)) + 1 %}}{{% if lectern_rounds > {most} %}}\
         {{{{ throw(message=\"{TOO_OFTEN} {most} times\") }}}}{{% endif %}}"
    );
    let mut out = String::with_capacity(body.len() + 200);
    let mut rest = body;
    while let Some(start) = rest.find("{%") {
        let end = tag_end(&rest[start..]).map_or(rest.len(), |length| start + length);
        let tag = rest[start + 2..end].trim_start_matches('-').trim_start();
        out.push_str(&rest[..end]);
        if tag.strip_prefix("for").is_some_and(|after| after.starts_with(char::is_whitespace)) && end < rest.len() {
            out.push_str(&count);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The message of a body that ended itself, if it did.
pub(super) fn too_often(message: &str) -> Option<&str> {
    let found = &message[message.find(TOO_OFTEN)?..];
    Some(found.split_once(" times").map_or(found, |(head, _)| &found[..head.len() + " times".len()]))
}

/// How long a tag is with its end; the end within a text in quotes is none.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if tag[at..].starts_with("%}") => return Some(at + 2),
            None => {}
        }
    }
    None
}
