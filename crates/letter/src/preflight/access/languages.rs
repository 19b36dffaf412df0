//! The language of a sentence, as far as its script and its small words tell.
//!
//! Small words tell sentences, never names or titles, and only between languages that are here. Anything else is not
//! known, and no finding comes of it.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A language by its small words.
pub(super) struct Profile {
    /// Its primary subtag.
    pub tag: &'static str,
    /// What it is called in English.
    pub name: &'static str,
    words: &'static [&'static str],
}

#[rustfmt::skip]
pub(super) const PROFILES: &[Profile] = &[
    Profile { tag: "en", name: "English", words: &[
        "the", "of", "and", "to", "that", "is", "was", "for", "with", "you", "this", "are", "not", "have", "be", "from",
        "they", "we", "our", "it", "by", "on", "as", "at", "which", "but", "who", "will", "would", "their", "has", "were",
        "been", "in", "a", "an", "i", "my", "can", "do", "there", "your", "if", "or", "when", "all", "so", "what", "us",
        "please", "before", "after", "where", "people", "already", "same", "more", "than", "also", "into", "should", "could",
        "these", "those", "how", "any", "out", "about", "because", "only", "every", "each", "one", "he", "she", "his", "her",
    ] },
    Profile { tag: "es", name: "Spanish", words: &[
        "el", "la", "los", "las", "de", "del", "que", "y", "en", "un", "una", "por", "con", "para", "es", "no", "se", "lo",
        "su", "sus", "al", "como", "más", "pero", "este", "esta", "son", "nos", "fue", "ha", "han", "porque", "cuando",
        "muy", "sin", "sobre", "también", "mi", "nuestra", "nuestro", "a", "todos", "ya", "está", "hay", "les", "le",
        "sino", "donde", "nuestros", "nuestras", "desde", "hasta", "todo", "otros", "otra", "esa", "ese", "qué", "favor",
    ] },
    Profile { tag: "fr", name: "French", words: &[
        "le", "la", "les", "des", "du", "de", "et", "en", "un", "une", "que", "qui", "dans", "pour", "est", "pas", "sur",
        "au", "aux", "avec", "ce", "cette", "nous", "vous", "par", "plus", "sont", "ne", "se", "ont", "être", "mais", "il",
        "elle", "je", "notre", "nos", "à", "où", "sans", "son", "sa", "leur",
    ] },
    Profile { tag: "de", name: "German", words: &[
        "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "einen", "zu", "den", "mit", "von", "für", "auf", "im",
        "sich", "dem", "des", "wir", "sie", "es", "ich", "auch", "als", "an", "werden", "aus", "bei", "nach", "wird",
        "haben", "dass", "in", "so", "uns", "unser", "unsere", "zur", "zum", "wie", "war", "hat",
    ] },
    Profile { tag: "tl", name: "Tagalog", words: &[
        "ang", "ng", "mga", "sa", "na", "ay", "at", "para", "hindi", "ito", "po", "namin", "kami", "natin", "tayo", "ko",
        "mo", "kayo", "inyo", "niya", "nila", "may", "si", "ni", "kung", "dahil", "aming", "isang", "ninyo", "lang", "din",
        "rin", "ako", "nang", "pa", "wala", "lahat", "aking", "naming",
    ] },
    Profile { tag: "vi", name: "Vietnamese", words: &[
        "và", "của", "là", "các", "có", "cho", "không", "được", "người", "trong", "một", "những", "với", "để", "này", "tôi",
        "chúng", "ở", "khi", "đã", "từ", "nhưng", "như", "vì", "thì", "cũng", "đến", "sẽ", "mỗi", "ông", "bà", "xin", "về",
    ] },
    Profile { tag: "pt", name: "Portuguese", words: &[
        "o", "a", "os", "as", "de", "do", "da", "dos", "das", "que", "e", "em", "um", "uma", "por", "com", "para", "não",
        "se", "no", "na", "ao", "mais", "mas", "foi", "são", "nós", "nossa", "nosso", "também", "é", "sua", "seu",
    ] },
    Profile { tag: "it", name: "Italian", words: &[
        "il", "lo", "la", "gli", "le", "di", "del", "della", "che", "e", "in", "un", "una", "per", "con", "non", "è", "si",
        "da", "sono", "nel", "alla", "anche", "i", "dei", "delle", "nostra", "nostro", "più", "questo", "questa",
    ] },
    Profile { tag: "hmn", name: "Hmong", words: &[
        "peb", "lub", "los", "yog", "tsis", "muaj", "rau", "kom", "tus", "nyob", "cov", "thiab", "hauv", "uas", "mus",
        "ntawm", "yuav", "nej", "kuv", "lawv", "no", "ua", "tau", "tias",
    ] },
];

/// Other languages that may share their small words with one that is here, and are none of them.
const COUSINS: &[(&str, &[&str])] = &[("gl", &["es", "pt"]), ("ca", &["es", "fr"]), ("ilo", &["tl"]), ("ceb", &["tl"])];

/// The fewest words of a passage.
pub(super) const FEWEST: usize = 6;

/// Each small word with the languages that have it, as bits in the order of [`PROFILES`].
static SMALL_WORDS: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (index, profile) in PROFILES.iter().enumerate() {
        profile.words.iter().for_each(|word| *words.entry(*word).or_default() |= 1 << index);
    }
    words
});

/// The language that these words, in small letters, are surely in, when it is not `own`.
pub(super) fn foreign<'w>(words: impl Iterator<Item = &'w str>, own: &str) -> Option<&'static Profile> {
    let languages: Vec<u16> = words.map(|word| SMALL_WORDS.get(word).copied().unwrap_or_default()).collect();
    if languages.len() < FEWEST {
        return None;
    }
    let hits = |index: usize| languages.iter().filter(|bits| **bits & 1 << index != 0).count();
    let own_index = index(own);
    let own_hits = own_index.map_or(0, hits);
    // No language has more hits than there are words, so most sentences in the letter's own are known by theirs.
    if own_hits * 3 > languages.len() {
        return None;
    }
    let (best, most) = PROFILES
        .iter()
        .enumerate()
        .filter(|(_, other)| other.tag != own && !is_cousin(own, other.tag))
        // Of a language that is not here nothing is known but that it is not English.
        .filter(|(_, other)| own_index.is_some() || other.tag == "en")
        .map(|(index, _)| (index, hits(index)))
        .max_by_key(|(_, hits)| *hits)?;
    let own_bit = own_index.map_or(0, |own| 1 << own);
    let only = languages.iter().filter(|bits| **bits & 1 << best != 0 && **bits & own_bit == 0).count();
    (only >= 3 && most * 4 >= languages.len() && own_hits * 3 <= most).then(|| &PROFILES[best])
}

/// The profile of a language by its primary subtag.
pub(super) fn profile(tag: &str) -> Option<&'static Profile> {
    PROFILES.get(index(tag)?)
}

fn index(tag: &str) -> Option<usize> {
    let tag = if tag.eq_ignore_ascii_case("fil") { "tl" } else { tag };
    PROFILES.iter().position(|profile| profile.tag.eq_ignore_ascii_case(tag))
}

fn is_cousin(own: &str, other: &str) -> bool {
    COUSINS.iter().any(|(tag, others)| tag.eq_ignore_ascii_case(own) && others.contains(&other))
}

/// A script that one or several languages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Devanagari,
    Gurmukhi,
    Bengali,
    Tamil,
    Thai,
    Lao,
    Khmer,
    Armenian,
    Georgian,
    Ethiopic,
    Hangul,
    /// Chinese characters and the syllables that Japanese mixes with them.
    Han,
}

impl Script {
    /// The script of a letter.
    pub fn of(c: char) -> Option<Self> {
        Some(match u32::from(c) {
            0x41..=0x5a | 0x61..=0x7a | 0xc0..=0x24f | 0x1e00..=0x1eff => Self::Latin,
            0x370..=0x3ff | 0x1f00..=0x1fff => Self::Greek,
            0x400..=0x52f => Self::Cyrillic,
            0x531..=0x58f => Self::Armenian,
            0x5d0..=0x5f4 => Self::Hebrew,
            0x620..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfefc => Self::Arabic,
            0x900..=0x97f => Self::Devanagari,
            0x980..=0x9ff => Self::Bengali,
            0xa00..=0xa7f => Self::Gurmukhi,
            0xb80..=0xbff => Self::Tamil,
            0xe00..=0xe7f => Self::Thai,
            0xe80..=0xeff => Self::Lao,
            0x10a0..=0x10ff => Self::Georgian,
            0x1200..=0x139f => Self::Ethiopic,
            0x1780..=0x17ff => Self::Khmer,
            0x1100..=0x11ff | 0xac00..=0xd7af => Self::Hangul,
            0x3040..=0x30ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff => Self::Han,
            _ => return None,
        })
    }

    /// What it is called in a message.
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin letters",
            Self::Cyrillic => "Cyrillic letters",
            Self::Greek => "Greek letters",
            Self::Hebrew => "Hebrew letters",
            Self::Arabic => "Arabic letters",
            Self::Devanagari => "Devanagari",
            Self::Gurmukhi => "Gurmukhi",
            Self::Bengali => "Bengali letters",
            Self::Tamil => "Tamil letters",
            Self::Thai => "Thai letters",
            Self::Lao => "Lao letters",
            Self::Khmer => "Khmer letters",
            Self::Armenian => "Armenian letters",
            Self::Georgian => "Georgian letters",
            Self::Ethiopic => "Ethiopic letters",
            Self::Hangul => "Korean letters",
            Self::Han => "Chinese characters",
        }
    }

    /// It writes no spaces between words, so its characters are counted instead.
    pub fn runs_on(self) -> bool {
        matches!(self, Self::Han | Self::Thai | Self::Lao | Self::Khmer)
    }
}
