//! The theme and the font table: which fonts the letter is set in, and what stands in for them.

use super::package::{DECLARATION, NAMESPACES};
use crate::draft::Typeface;

/// The fonts of the letter: those that every Word has.
fn family(typeface: Typeface) -> &'static str {
    match typeface {
        Typeface::Serif => "Cambria",
        Typeface::Sans => "Calibri",
    }
}

/// What another program may take when it lacks the font: the same widths, then the faces of the pages.
pub(super) fn font_table(typeface: Typeface) -> String {
    let (other, panose, kind) = match typeface {
        Typeface::Serif => ("Caladea,Source Serif 4", "02040503050406030204", "roman"),
        Typeface::Sans => ("Carlito,Source Sans 3", "020F0502020204030204", "swiss"),
    };
    format!(
        "{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name=\"{}\"><w:altName w:val=\"{other}\"/>\
         <w:panose1 w:val=\"{panose}\"/><w:charset w:val=\"00\"/><w:family w:val=\"{kind}\"/>\
         <w:pitch w:val=\"variable\"/></w:font></w:fonts>",
        family(typeface)
    )
}

/// The theme: Office's colours, the letter's font, and a font for each script that it lacks.
pub(super) fn theme(typeface: Typeface) -> String {
    let latin = family(typeface);
    let fonts = |kind: &str| {
        format!(
            "<a:{kind}Font><a:latin typeface=\"{latin}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>{SCRIPTS}</a:{kind}Font>"
        )
    };
    format!(
        "{DECLARATION}<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Letter\">\
         <a:themeElements>{COLOURS}<a:fontScheme name=\"Letter\">{}{}</a:fontScheme>{FORMATS}</a:themeElements></a:theme>",
        fonts("major"),
        fonts("minor")
    )
}

const SCRIPTS: &str = concat!(
    r#"<a:font script="Jpan" typeface="游明朝"/><a:font script="Hang" typeface="맑은 고딕"/>"#,
    r#"<a:font script="Hans" typeface="等线"/><a:font script="Hant" typeface="新細明體"/>"#,
    r#"<a:font script="Arab" typeface="Arial"/><a:font script="Hebr" typeface="Arial"/>"#,
    r#"<a:font script="Thai" typeface="Cordia New"/><a:font script="Viet" typeface="Arial"/>"#,
);

const COLOURS: &str = concat!(
    r#"<a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>"#,
    r#"<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2>"#,
    r#"<a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1>"#,
    r#"<a:accent2><a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3>"#,
    r#"<a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/></a:accent5>"#,
    r#"<a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink><a:srgbClr val="0563C1"/></a:hlink>"#,
    r#"<a:folHlink><a:srgbClr val="954F72"/></a:folHlink></a:clrScheme>"#,
);

/// Fills, lines and effects of shapes: a letter has none, but a theme must name three of each.
const FORMATS: &str = concat!(
    r#"<a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#,
    r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#,
    r#"</a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>"#,
    r#"<a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>"#,
    r#"<a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst>"#,
    r#"<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle>"#,
    r#"<a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst>"#,
    r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>"#,
    r#"<a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>"#,
);
