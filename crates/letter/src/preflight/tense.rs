//! Whether a text speaks of a date as past: `following the January 27th, 2026 meeting which saw`, `met on …`.
//!
//! English only, by cue words near the date and in its sentence; grammar is not parsed. Where the cues are mixed the
//! answer is no: a date wrongly taken for past costs more trust than one overlooked.

pub mod abroad;

use super::dates::Mention;
use crate::prose::Prose;

/// How far from a date a cue may stand, in tokens; keeps a text without full stops from costing the square of itself.
const REACH: usize = 60;

/// Words right before a date that turn it to the future, or to a limit.
#[rustfmt::skip]
const AHEAD: &[&str] = &[
    "by", "before", "until", "till", "through", "to", "for", "from", "than", "between", "starting", "beginning",
    "commencing", "effective", "ending", "expiring", "expires", "due", "next", "upcoming", "coming", "scheduled",
    "slated", "about", "regarding", "concerning", "toward", "towards", "deadline", "into",
];

/// Nouns after a date that belong to something still to come.
const AGENDA: &[&str] = &["agenda", "agendas", "deadline", "agenda’s"];

/// Writing that bears its date once it is written.
#[rustfmt::skip]
const CORRESPONDENCE: &[&str] = &[
    "letter", "letters", "email", "e-mail", "emails", "e-mails", "memo", "memorandum", "reply",
];

/// Records that bear the date of what they record.
const RECORDS: &[&str] = &["report", "reports", "minutes", "recording", "ruling"];

/// What somebody is thanked for who has yet to do it.
#[rustfmt::skip]
const ARRANGING: &[&str] = &[
    "holding", "hosting", "scheduling", "convening", "calling", "setting", "considering", "having", "putting", "placing",
    "planning", "hearing", "meeting", "agreeing", "offering", "arranging", "inviting", "taking",
];

/// Verbs of things that have happened.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "was", "were", "had", "did", "saw", "held", "heard", "voted", "adopted", "ceased", "met", "took", "passed",
    "approved", "rejected", "denied", "enacted", "repealed", "signed", "sent", "received", "issued", "published",
    "released", "arrested", "killed", "detained", "deported", "raided", "occurred", "happened", "testified", "spoke",
    "attended", "submitted", "filed", "mailed", "emailed", "decided", "ruled", "ordered", "gave", "came", "went",
    "began", "started", "ended", "became", "opened", "closed", "expired", "died", "lost", "responded", "replied",
    "answered", "discussed", "reviewed", "considered", "introduced", "amended", "certified", "tabled", "visited",
    "purchased", "terminated", "suspended", "cancelled", "canceled", "evicted", "unveiled", "learned", "found",
    "hosted", "convened", "gathered", "rallied", "marched", "protested", "launched", "installed", "removed", "fired",
    "resigned", "appeared", "left", "stopped", "shared", "used", "paid", "awarded", "executed", "completed", "failed",
    "refused", "declined", "deferred", "stated", "presented", "delivered", "brought", "fell", "broke", "hit", "shot",
    "crashed", "flooded", "burned", "struck", "injured", "wounded", "stood", "watched", "waited", "listened",
    "witnessed", "experienced", "participated", "joined", "walked", "drove", "made", "ran", "won", "withdrew",
    "entered", "seized", "searched", "demolished", "displaced", "swept", "cleared", "posted", "circulated", "acted",
    "upheld", "affirmed", "overturned", "vetoed", "dismissed", "settled",
];

/// Verbs of saying: what follows them may lie ahead, so before a date they count only close to it.
#[rustfmt::skip]
const SAID: &[&str] = &[
    "said", "told", "wrote", "asked", "requested", "urged", "called", "demanded", "confirmed", "reported", "announced",
    "promised", "recommended", "directed", "notified",
];

/// Verbs and helpers of what is, will be or should be.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "will", "shall", "would", "could", "should", "must", "may", "might", "can", "cannot", "won’t", "won't", "is", "are",
    "am", "be", "being", "do", "does", "scheduled", "planned", "slated", "expected", "proposed", "agendized", "noticed",
    "calendared", "due", "set", "effective", "effect", "takes", "take", "begins", "begin", "starts", "start", "ends",
    "end", "expires", "expire", "comes", "come", "goes", "meets", "meet", "votes", "vote", "hears", "hear", "considers",
    "consider", "decides", "decide", "reviews", "review", "applies", "apply", "becomes", "become", "remains",
    "requires", "require", "face", "faces", "need", "needs", "want", "plan", "plans", "expect", "hope", "hopes", "urge",
    "request", "deadline", "upcoming", "ask", "please",
];

/// Words that begin a clause of their own.
#[rustfmt::skip]
const CLAUSE: &[&str] = &[
    "that", "which", "who", "whom", "where", "when", "while", "because", "but", "and", "or", "what", "whether", "if",
    "as", "so",
];

#[rustfmt::skip]
const MODALS: &[&str] = &[
    "will", "shall", "must", "should", "would", "may", "might", "can", "if", "unless", "once", "when", "whenever",
];

#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "the", "your", "our", "my", "their", "his", "her", "its", "this", "that",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    /// It has happened.
    Past,
    /// It was said, which is past; what was said may not be.
    Said,
    /// It happens, will happen or should.
    Other,
}

/// The text speaks of the date as past.
pub fn is_past(prose: &Prose<'_>, mention: &Mention) -> bool {
    let mut sentence = Sentence::around(prose, mention);
    let noun = [mention.tokens.end, mention.tokens.end + 1];
    if noun.iter().any(|at| prose.is_any(*at, AGENDA)) {
        return false;
    }
    // Over the determiners between the date and the word that leads it: `following the …`, `of last …`.
    let lead = (sentence.start..mention.tokens.start).rev().find(|at| !prose.is_any(*at, DETERMINERS));
    let determined = lead.map_or(sentence.start, |at| at + 1) < mention.tokens.start;
    if determined && noun.iter().any(|at| prose.is_any(*at, CORRESPONDENCE)) {
        return true;
    }
    if determined {
        // `the January 27, 2026 vote`: what follows is a noun, though it may look like a verb.
        sentence.after += 1;
    }
    let Some(lead) = lead else { return sentence.ahead_is_past() };
    let before = |word: &str| lead > sentence.start && prose.is(lead - 1, word);
    if prose.is_any(lead, &["since", "dated"]) || prose.is_any(lead, &["last", "yesterday"]) {
        return true;
    }
    if prose.is(lead, "of") {
        let record = lead.checked_sub(1).filter(|at| *at >= sentence.start);
        if record.is_some_and(|at| prose.is_any(at, CORRESPONDENCE) || prose.is_any(at, RECORDS)) {
            return true;
        }
        if ["as", "ahead", "advance", "agenda"].iter().any(|word| before(word)) {
            return false;
        }
    }
    if prose.is_any(lead, AHEAD) {
        return false;
    }
    // `Work between July 16 and September 30, after the fry have left`
    let after = mention.tokens.end + usize::from(prose.is(mention.tokens.end, ","));
    if prose.is(lead, "and") && prose.is_any(after, &["after", "before", "once", "until", "when", "unless"]) {
        return false;
    }
    if prose.is_any(lead, &["after", "following"]) {
        return !before("or") && sentence.follows_what_happened(lead);
    }
    if sentence.start < lead && prose.is_any(lead, &["on", "at", "during", "in"]) && prose.is_any(lead - 1, AHEAD) {
        return false;
    }
    sentence.thanks_for_what_was() || sentence.behind_or_ahead_is_past()
}

/// One of the tokens is a verb of things that have happened.
pub fn has_past_verb(prose: &Prose<'_>, tokens: std::ops::Range<usize>) -> bool {
    prose.has_any(tokens, PAST)
}

struct Sentence<'p, 'a> {
    prose: &'p Prose<'a>,
    /// The first token of the sentence, within reach.
    start: usize,
    /// The date's first token.
    date: usize,
    /// The token after the date and the noun that it describes.
    after: usize,
    /// The token after the sentence's last, within reach.
    end: usize,
}

impl<'p, 'a> Sentence<'p, 'a> {
    fn around(prose: &'p Prose<'a>, mention: &Mention) -> Self {
        let (date, after) = (mention.tokens.start, mention.tokens.end);
        let farthest = date.saturating_sub(REACH);
        let start = (farthest..=date).rev().find(|at| prose.starts_sentence(*at)).unwrap_or(farthest);
        let limit = prose.tokens.len().min(after + REACH);
        let end = (after - 1..limit).find(|at| prose.ends_sentence(*at)).map_or(limit, |at| at + 1);
        Self { prose, start, date, after, end }
    }

    /// What the word says of time, if it says anything.
    fn cue(&self, at: usize) -> Option<Cue> {
        let prose = self.prose;
        if prose.is(at, "to") {
            return self.opens_infinitive(at).then_some(Cue::Other);
        }
        let said = prose.is_any(at, SAID);
        if (said || prose.is_any(at, PAST)) && self.describes(at) {
            return None;
        }
        if said || prose.is_any(at, PAST) {
            let helper = at.checked_sub(1).filter(|before| *before >= self.start);
            let helper = helper.is_some_and(|before| {
                prose.is_any(before, &["be", "being", "is", "are", "if", "once", "when", "unless", "until", "to"])
            });
            return Some(match (helper, said) {
                (true, _) => Cue::Other,
                (false, true) => Cue::Said,
                (false, false) => Cue::Past,
            });
        }
        prose.is_any(at, OTHER).then_some(Cue::Other)
    }

    /// A participle that describes a thing and tells of no time: `the amended Bill 52`, `as amended`, `Adopted on December 9,
    /// it would take effect`.
    fn describes(&self, at: usize) -> bool {
        let prose = self.prose;
        let before = at.checked_sub(1).filter(|before| *before >= self.start);
        let is_of_a_thing = before.is_some_and(|before| prose.is_any(before, &["the", "this", "an", "a", "as"]));
        let opens = at == self.start && prose.has_any(self.after..self.end, &["would", "will", "could", "may", "must"]);
        let is_noun = prose.is_any(at + 1, &["by", "on", "of", "in", "from", "to"])
            && !before.is_some_and(|at| prose.is(at, "as"));
        // `as amended January 27, 2026` bears its date.
        is_of_a_thing && !is_noun && at + 1 != self.date || opens
    }

    /// `Thank you for moving the item on …`: nobody is thanked for it before.
    fn thanks_for_what_was(&self) -> bool {
        let Some(thanks) = (self.start..self.date).find(|at| {
            self.prose.is_any(*at, &["thank", "thanks"])
                && (self.prose.is(*at + 1, "for") || self.prose.is(*at + 1, "you") && self.prose.is(*at + 2, "for"))
        }) else {
            return false;
        };
        let act = if self.prose.is(thanks + 1, "for") { thanks + 2 } else { thanks + 3 };
        let clause = (act..self.date).all(|at| !self.parts_clauses(at) && !self.prose.is(at, "to"));
        let done = self.prose.text(act).ends_with("ing") && !self.prose.is_any(act, ARRANGING);
        done && clause
    }

    /// `to hold`, but not `to the`, `to you`, `to 3` or `to Council`.
    fn opens_infinitive(&self, at: usize) -> bool {
        #[rustfmt::skip]
        const NO_VERBS: &[&str] = &[
            "the", "a", "an", "your", "our", "my", "their", "his", "her", "its", "this", "that", "these", "those",
            "you", "us", "me", "them", "him", "all", "each",
        ];
        self.prose.text(at + 1).starts_with(char::is_lowercase) && !self.prose.is_any(at + 1, NO_VERBS)
    }

    /// The cues before the date decide when they share its clause; then those after it; then the rest before it.
    fn behind_or_ahead_is_past(&self) -> bool {
        let clause = (self.start..self.date).rev().find(|at| self.parts_clauses(*at)).map_or(self.start, |at| at + 1);
        if let Some(past) = self.behind(clause) {
            return past;
        }
        match self.ahead() {
            Some(cue) => cue != Cue::Other,
            None => self.behind(self.start).unwrap_or(false),
        }
    }

    /// The nearest cue before the date, as far back as `from`, says that it is past.
    fn behind(&self, from: usize) -> Option<bool> {
        let (at, cue) = (from..self.date).rev().find_map(|at| self.cue(at).map(|cue| (at, cue)))?;
        Some(match cue {
            Cue::Past => true,
            Cue::Other => false,
            Cue::Said => {
                let between = at + 1..self.date;
                let object = between.clone().any(|at| self.prose.is_any(at, &["a", "an", "another", "any", "that"]));
                let speaks_on = self.cue(self.after) == Some(Cue::Other);
                between.len() <= 6 && !object && !speaks_on
            }
        })
    }

    /// The nearest cue after the date in its own clause.
    fn ahead(&self) -> Option<Cue> {
        (self.after..self.end)
            .take_while(|at| {
                !self.prose.is_any(*at, &["that", "which", "who", "where", "when", "what", "whether", ";", ":", "—"])
            })
            .find_map(|at| self.cue(at))
    }

    fn ahead_is_past(&self) -> bool {
        self.ahead().is_some_and(|cue| cue != Cue::Other)
    }

    fn parts_clauses(&self, at: usize) -> bool {
        self.prose.is_any(at, CLAUSE) || matches!(self.prose.text(at), "," | ";" | ":" | "—" | "–" | "(")
    }

    /// After `after` and `following`: the date is past when something around it has happened and nothing is required.
    fn follows_what_happened(&self, lead: usize) -> bool {
        if (self.start..lead).chain(self.after..self.end).any(|at| self.prose.is_any(at, MODALS)) {
            return false;
        }
        let we_write = (self.after..self.end.min(self.after + 10)).any(|at| {
            self.prose.is_any(at, &["we", "I"])
                && (self.prose.is_any(at + 1, &["write", "remain"])
                    || self.prose.is_any(at + 1, &["are", "am"])
                        && self
                            .prose
                            .is_any(at + 2, &["writing", "following", "concerned", "grateful", "disappointed"]))
        });
        let ahead = (self.after..self.end).find_map(|at| self.cue(at));
        if we_write || ahead.is_some_and(|cue| cue != Cue::Other) {
            return true;
        }
        let Some((at, cue)) = (self.start..lead).rev().find_map(|at| self.cue(at).map(|cue| (at, cue))) else {
            return false;
        };
        // `any permit issued after …` speaks of permits to come.
        let general = (self.start.max(at.saturating_sub(4))..at)
            .any(|at| self.prose.is_any(at, &["any", "all", "each", "every", "no", "those"]));
        cue == Cue::Past && !general
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::dates::{Reader, mentions};
    use crate::prose::Syntax;

    fn past(text: &str) -> Vec<bool> {
        let prose = Prose::of(text, Syntax::Rich);
        mentions(&prose, &Reader::new("en", None)).iter().map(|mention| is_past(&prose, mention)).collect()
    }

    #[test]
    fn what_has_happened_is_past() {
        let check = |text: &str| assert_eq!(past(text), [true], "{text}");
        check("As you surely know following the January 27th, 2026 City Council meeting which saw record submissions");
        check("The Department ceased sharing reader data with any out-of-state agencies on June 11, 2024.");
        check("On January 27, 2026, the Council voted to wait.");
        check("On January 27, 2026 we asked for a plan.");
        check("In your letter of January 27, 2026 you say so.");
        check("Your November 9, 2024 letter to the Sacramento City Council is before us.");
        check("Thank you for your January 27, 2026 e-mail.");
        check("the memorandum dated January 27, 2026");
        check("We have waited since January 27, 2026.");
        check("Last Tuesday, January 27, 2026, changed nothing.");
        check("Agents arrested two fathers and a mother on January 27, 2026.");
        check("The January 27, 2026 meeting was packed.");
        check("At the January 27, 2026 meeting, residents testified for hours.");
        check("The Council heard parents, teachers, and students on Tuesday, January 27, 2026.");
        check("We wrote to you on January 27, 2026.");
        check("Following the January 27, 2026 meeting, we are writing to thank you.");
        check("She was not heard on January 27, 2026.");
        check("SB 266, as amended January 27, 2026");
        check("The item was heard by the committee (January 27, 2026).");
        check("After the January 27, 2026 vote the mayor left.");
        check("Thank you for moving Item 15.2 on Tuesday, December 2, 2025, and for asking the question.");
        check("Her report of May 21, 2025 says so.");
        check("the raid of January 27, 2026 left three families without a parent");
    }

    #[test]
    fn what_lies_ahead_is_not_past() {
        let check = |text: &str| assert_eq!(past(text), [false], "{text}");
        check("Please answer by March 1, 2026.");
        check("This is on your agenda for March 3, 2026.");
        check("I was glad to see this on your March 3, 2026 agenda.");
        check("The Council will vote on March 3, 2026.");
        check("The deadline is March 3, 2026.");
        check("We asked that the Council hold a hearing on March 3, 2026.");
        check("The Council voted to close the shelter on March 3, 2026.");
        check("The item was continued to March 3, 2026.");
        check("The hearing was scheduled for March 3, 2026.");
        check("The agreement signed in 2020 expires on December 31, 2026.");
        check("The ordinance adopted last year takes effect on July 1, 2026.");
        check("The board approved the budget for the fiscal year beginning July 1, 2026.");
        check("Any permit issued after January 1, 2027 is void.");
        check("We ask for a report following the June 3, 2026 meeting.");
        check("Buildings approved on or after January 1, 2027 were left out.");
        check("After January 1, 2027, no permit may be issued.");
        check("You announced a hearing on March 3, 2026.");
        check("If adopted on March 3, 2026, the plan would help.");
        check("On March 3, 2026, you hear an item that was continued twice.");
        check("Thank you for holding a hearing on March 3, 2026.");
        check("Thank you for agreeing to vote on March 3, 2026.");
        check("Thank you for voting to close the road on March 3, 2026.");
        check("We wrote to you about the March 3, 2026 meeting.");
        check("The Council directed staff to return with a report on March 3, 2026.");
        check("The hearing will be held on March 3, 2026.");
        check("The Mayor said a vote on March 3, 2026 is likely.");
        check("Fund the program through June 30, 2026.");
        check("The list of signatories is complete as of March 3, 2026.");
        check("Re: March 3, 2026");
        check("They met ahead of the March 3, 2026 hearing.");
        check("They met. March 3, 2026 is the day.");
    }
}
