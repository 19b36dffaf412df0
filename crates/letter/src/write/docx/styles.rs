//! The named styles of the document, and their ids: all that a letter looks like in Word is said here.
//!
//! Styles that Word has built in bear Word's own names, so that people find them in the gallery; the parts that
//! Word does not know get names of their own. Paragraphs are spaced by the space after them; where one asks for more
//! room above it, Word takes the larger of what the two neighbours ask for.

use std::fmt::Write as _;

use docx_rs::{
    AlignmentType, BuildXML, LineSpacing, LineSpacingType, ParagraphProperty, RunProperty, Style as WordStyle,
    StyleType, Tab, TabValueType, VertAlignType,
};

use super::finish::{self, finished_one};
use super::package::NAMESPACES;
use super::tree::{Element, Node};
use crate::draft::BlockForm;
use crate::letter::{Role, Tone};
use crate::style::Style;
use crate::write::WriteError;

pub(super) const BODY: &str = "BodyText";
pub(super) const QUOTE: &str = "Quote";
pub(super) const HEADER: &str = "Header";
pub(super) const CONTINUATION: &str = "ContinuationHeader";
pub(super) const LIST_CONTINUE: &str = "ListContinue";
pub(super) const SIGNATURE: &str = "Signature";
pub(super) const SIGNATURE_MARK: &str = "SignatureMark";
pub(super) const SIGNATURE_BY_HAND: &str = "SignaturebyHand";
pub(super) const SPACER: &str = "Spacer";
pub(super) const FOOTNOTE: &str = "FootnoteText";
pub(super) const ENDNOTE: &str = "EndnoteText";
pub(super) const NOTE: &str = "ReferenceNote";
pub(super) const FOOTNOTE_MARK: &str = "FootnoteReference";
pub(super) const ENDNOTE_MARK: &str = "EndnoteReference";
pub(super) const HYPERLINK: &str = "Hyperlink";

/// The height of the paragraph that must follow a table, in points.
const SPACER_HEIGHT: f32 = 2.0;

/// Points as twentieths of a point, the unit of Word's lengths.
pub(super) fn twips(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

/// Points as half points, the unit of Word's type sizes.
fn half_points(points: f32) -> usize {
    (points * 2.0).round() as usize
}

/// The style of the paragraphs of a part.
pub(super) fn of(role: Role, tone: Tone) -> &'static str {
    match (role, tone) {
        (_, Tone::Name { .. }) => "LetterheadName",
        (Role::Letterhead, _) => "LetterheadAddress",
        (Role::Sender, _) => "SenderAddress",
        (Role::Date, _) => "Date",
        (Role::Delivery, _) => "DeliveryLine",
        (Role::Addressees, _) => "InsideAddress",
        (Role::Subject, _) => "SubjectLine",
        (Role::Salutation, _) => "Salutation",
        (Role::Body, _) => BODY,
        (Role::Closing, _) => "Closing",
        (Role::Signatures, _) => SIGNATURE,
        (Role::Enclosures, _) => "Enclosures",
        (Role::Copies, _) => "Copies",
        (Role::Foot, _) => "Footer",
    }
}

/// The style of a heading.
pub(super) fn heading(level: u8) -> &'static str {
    if level <= 1 { "Heading1" } else { "Heading2" }
}

/// The style of the items of a list.
pub(super) fn list_item(is_numbered: bool, level: usize) -> &'static str {
    match (is_numbered, level) {
        (true, 0) => "ListNumber",
        (true, _) => "ListNumber2",
        (false, 0) => "ListBullet",
        (false, _) => "ListBullet2",
    }
}

/// The space below a paragraph in a style of lists, in points; asks, which are numbered, stand apart as paragraphs do.
pub(super) fn below_item(id: &str, style: &Style) -> f32 {
    match id {
        "ListNumber2" | "ListBullet" | "ListBullet2" => style.item_space(),
        _ => style.paragraph_space(),
    }
}

/// The left indent that a style brings with it, in twentieths of a point.
pub(super) fn left(id: &str, style: &Style) -> i32 {
    match id {
        QUOTE => twips(style.quote_indent()),
        LIST_CONTINUE => twips(style.list_indent()),
        "SenderAddress" | "Date" | "Closing" | SIGNATURE | SIGNATURE_MARK | SIGNATURE_BY_HAND
            if style.form == BlockForm::ModifiedBlock =>
        {
            twips(style.measure() / 2.0)
        }
        _ => 0,
    }
}

/// One style, before its indent and colours.
struct Named {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    next: &'static str,
    /// The place in Word's list of styles.
    priority: usize,
    /// The space above and below, in points.
    before: f32,
    after: f32,
    /// No space between paragraphs of this style.
    tight: bool,
    paragraph: fn(ParagraphProperty) -> ParagraphProperty,
    run: RunProperty,
    /// The size of type if it is not the body's.
    size: Option<f32>,
}

/// The part `word/styles.xml`.
pub(super) fn part(style: &Style, language: &str) -> Result<String, WriteError> {
    let mut out = String::with_capacity(16 * 1024);
    out.push_str(super::package::DECLARATION);
    let _ = write!(out, "<w:styles {NAMESPACES}>");
    out.push_str(&defaults(style, language));
    for named in paragraphs(style) {
        let mut element = finished_one(&named.word(style).build(), &[])?;
        if named.tight {
            finish::set_contextual_spacing(&mut element);
        }
        if !is_built_in(named.name) {
            element.set("w:customStyle", "1");
        }
        element.write(&mut out);
    }
    for word in characters() {
        finished_one(&word.build(), &[])?.write(&mut out);
    }
    out.push_str(OTHERS);
    out.push_str("</w:styles>");
    Ok(out)
}

/// Font, size and language of all text, and the style that all others come from.
fn defaults(style: &Style, language: &str) -> String {
    let size = half_points(style.size).to_string();
    let line = twips(style.line()).to_string();
    let mut normal =
        Element::new("w:style").with("w:type", "paragraph").with("w:default", "1").with("w:styleId", "Normal");
    normal.children.extend([
        Node::Element(Element::new("w:name").with("w:val", "Normal")),
        Node::Element(Element::new("w:qFormat")),
    ]);
    let mut out = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" w:eastAsiaTheme=\"minorEastAsia\" \
         w:hAnsiTheme=\"minorHAnsi\" w:cstheme=\"minorBidi\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>{language}\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before=\"0\" w:after=\"0\" \
         w:line=\"{line}\" w:lineRule=\"atLeast\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:latentStyles w:defLockedState=\"0\" w:defUIPriority=\"99\" w:defSemiHidden=\"0\" \
         w:defUnhideWhenUsed=\"0\" w:defQFormat=\"0\" w:count=\"376\"/>"
    );
    normal.write(&mut out);
    out
}

fn is_built_in(name: &str) -> bool {
    !matches!(
        name,
        "Letterhead Name"
            | "Letterhead Address"
            | "Sender Address"
            | "Delivery Line"
            | "Inside Address"
            | "Subject Line"
            | "Signature Mark"
            | "Signature by Hand"
            | "Enclosures"
            | "Copies"
            | "Continuation Header"
            | "Reference Note"
            | "Spacer"
    )
}

fn paragraphs(style: &Style) -> Vec<Named> {
    fn plain(property: ParagraphProperty) -> ParagraphProperty {
        property
    }
    fn kept(property: ParagraphProperty) -> ParagraphProperty {
        property.keep_next(true).keep_lines(true)
    }
    fn together(property: ParagraphProperty) -> ParagraphProperty {
        property.keep_lines(true)
    }
    let (paragraph, part, note) = (style.paragraph_space(), style.part_space(), style.note_size() * 0.4);
    let named = |id, name, based_on, priority, after| Named {
        id,
        name,
        based_on,
        next: id,
        priority,
        after,
        paragraph: plain,
        run: RunProperty::new(),
        size: None,
        before: 0.0,
        tight: false,
    };
    let tight =
        |id, name, based_on, priority, after| Named { tight: true, ..named(id, name, based_on, priority, after) };
    let bold = || RunProperty::new().bold();
    vec![
        named(BODY, "Body Text", "Normal", 1, paragraph),
        Named {
            paragraph: |p| kept(p).outline_lvl(0),
            before: part,
            next: BODY,
            run: bold(),
            size: Some(style.heading_size(1)),
            ..named("Heading1", "heading 1", "Normal", 9, paragraph)
        },
        Named {
            paragraph: |p| kept(p).outline_lvl(1),
            before: part,
            next: BODY,
            run: bold(),
            size: Some(style.heading_size(2)),
            ..named("Heading2", "heading 2", "Normal", 9, paragraph)
        },
        Named { next: "InsideAddress", ..named("Date", "Date", "Normal", 2, part) },
        named("DeliveryLine", "Delivery Line", "Normal", 2, part),
        Named {
            next: "Salutation",
            paragraph: together,
            ..named("InsideAddress", "Inside Address", "Normal", 2, part)
        },
        named("SenderAddress", "Sender Address", "Normal", 2, part),
        Named {
            next: "Salutation",
            // The subject stands in Word's navigation as the heading of the whole letter.
            paragraph: |p| together(p).outline_lvl(0),
            run: bold(),
            before: part,
            ..named("SubjectLine", "Subject Line", "Normal", 2, part)
        },
        Named { next: BODY, paragraph: kept, ..named("Salutation", "Salutation", "Normal", 3, paragraph) },
        named("ListNumber", "List Number", BODY, 4, below_item("ListNumber", style)),
        named("ListNumber2", "List Number 2", BODY, 4, below_item("ListNumber2", style)),
        named("ListBullet", "List Bullet", BODY, 4, below_item("ListBullet", style)),
        named("ListBullet2", "List Bullet 2", BODY, 4, below_item("ListBullet2", style)),
        named(LIST_CONTINUE, "List Continue", BODY, 4, below_item(LIST_CONTINUE, style)),
        Named { next: BODY, ..named(QUOTE, "Quote", BODY, 5, paragraph) },
        Named { next: SIGNATURE, paragraph: kept, before: part, ..named("Closing", "Closing", "Normal", 6, paragraph) },
        Named { paragraph: together, ..named(SIGNATURE, "Signature", "Normal", 6, part) },
        Named { next: SIGNATURE, paragraph: kept, ..named(SIGNATURE_MARK, "Signature Mark", SIGNATURE, 6, 0.0) },
        Named {
            paragraph: together,
            before: style.signing_space() + paragraph,
            ..named(SIGNATURE_BY_HAND, "Signature by Hand", SIGNATURE, 6, part)
        },
        tight("Enclosures", "Enclosures", "Normal", 7, part),
        tight("Copies", "Copies", "Normal", 7, part),
        Named { size: Some(style.note_size()), ..named(NOTE, "Reference Note", "Normal", 7, note) },
        named(HEADER, "header", "Normal", 99, 0.0),
        Named { paragraph: together, ..named(CONTINUATION, "Continuation Header", HEADER, 8, part) },
        Named {
            next: "LetterheadAddress",
            run: bold(),
            size: Some(style.name_size()),
            ..named("LetterheadName", "Letterhead Name", HEADER, 8, style.tight_space())
        },
        named("LetterheadAddress", "Letterhead Address", HEADER, 8, style.letterhead_space()),
        Named { size: Some(style.note_size()), ..named("Footer", "footer", "Normal", 99, 0.0) },
        named(SPACER, "Spacer", "Normal", 8, part),
        Named { size: Some(style.note_size()), ..named(FOOTNOTE, "footnote text", "Normal", 99, note) },
        Named { size: Some(style.note_size()), ..named(ENDNOTE, "endnote text", "Normal", 99, note) },
    ]
}

/// The right end of the text, where the number of the page stands.
fn tab_position(style: &Style) -> usize {
    usize::try_from(twips(style.measure())).unwrap_or_default()
}

impl Named {
    fn word(&self, style: &Style) -> WordStyle {
        let size = self.size.unwrap_or(style.size);
        let mut word = WordStyle::new(self.id, StyleType::Paragraph)
            .name(self.name)
            .based_on(self.based_on)
            .next(self.next)
            .ui_priority(self.priority)
            .q_format(self.priority < 99);
        let space = |points| twips(points).unsigned_abs();
        let mut spacing = LineSpacing::new().before(space(self.before)).after(space(self.after));
        if self.id == SPACER {
            spacing = spacing.line(twips(SPACER_HEIGHT)).line_rule(LineSpacingType::Exact);
        } else if self.size.is_some() {
            spacing = spacing.line(twips(size * style.leading)).line_rule(LineSpacingType::AtLeast);
        }
        let mut property = ParagraphProperty::new().line_spacing(spacing);
        let left = left(self.id, style);
        if left > 0 {
            let right = if self.id == QUOTE { left } else { 0 };
            property = property.indent(Some(left), None, Some(right), None);
        }
        if self.id == CONTINUATION {
            property = property.add_tab(Tab::new().val(TabValueType::Right).pos(tab_position(style)));
        }
        if style.justified && matches!(self.id, BODY | NOTE | FOOTNOTE | ENDNOTE) {
            property = property.align(AlignmentType::Both);
        }
        word.paragraph_property = (self.paragraph)(property);
        word.run_property = self.run.clone();
        if self.size.is_some() {
            word.run_property = word.run_property.size(half_points(size));
        }
        word
    }
}

fn characters() -> Vec<WordStyle> {
    let mark = |id: &str, name: &str| {
        let mut word = WordStyle::new(id, StyleType::Character).name(name).ui_priority(99).q_format(false);
        word.run_property = RunProperty::new().vert_align(VertAlignType::SuperScript);
        word.based_on("DefaultParagraphFont")
    };
    let link = WordStyle::new(HYPERLINK, StyleType::Character)
        .name("Hyperlink")
        .based_on("DefaultParagraphFont")
        .ui_priority(99)
        .q_format(false)
        .color("0563C1")
        .underline("single");
    vec![mark(FOOTNOTE_MARK, "footnote reference"), mark(ENDNOTE_MARK, "endnote reference"), link]
}

/// The default styles that docx-rs cannot write.
const OTHERS: &str = concat!(
    r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
    r#"<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>"#,
    r#"<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>"#,
    r#"<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>"#,
    r#"<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>"#,
    r#"<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"#,
);
