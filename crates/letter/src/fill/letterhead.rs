//! The letterhead of a draft to letter markup: logo, name, lines or columns, and a rule.

use super::lines_markup;
use crate::draft::{Arrangement, ColumnAlign, Letterhead};
use crate::markup::escape::{attribute, escape};

/// The markup of the part.
pub(super) fn markup(letterhead: &Letterhead) -> String {
    let mut out = String::new();
    let colour = letterhead.colour.as_deref().map(|colour| attribute("colour", colour)).unwrap_or_default();
    let mut logo = letterhead.logo.as_ref().map(|logo| logo_markup(logo, letterhead)).unwrap_or_default();
    let columns = match letterhead.arrangement {
        Arrangement::Columns => letterhead.columns.as_slice(),
        Arrangement::Left | Arrangement::Centre => &[],
    };
    // A logo stands in the first column, so that the other columns begin beside it and not below.
    if columns.is_empty() || !letterhead.name.is_empty() {
        out.push_str(&std::mem::take(&mut logo));
    }
    if !letterhead.name.is_empty() {
        out.push_str(&name_markup(&letterhead.name, &colour));
    }
    if !columns.is_empty() {
        out.push_str(":::columns\n");
        for column in columns {
            let align = match column.align {
                ColumnAlign::Left => "start",
                ColumnAlign::Centre => "centre",
                ColumnAlign::Right => "end",
            };
            out.push_str(&format!(":::column{}\n{}", attribute("align", align), std::mem::take(&mut logo)));
            if !column.name.is_empty() {
                out.push_str(&name_markup(&column.name, &colour));
            }
            out.push_str(&lines_markup(column.lines.iter()));
            out.push_str("\n:::end\n");
        }
        out.push_str(":::end\n");
    }
    out.push_str(&lines_markup(letterhead.lines.iter()));
    if letterhead.rule {
        out.push_str(&format!("\n:::rule{colour}"));
    }
    out
}

/// The picture, with the words that stand for it.
fn logo_markup(logo: &str, letterhead: &Letterhead) -> String {
    let names = [&letterhead.logo_alt, &letterhead.name].into_iter();
    let alt = names.chain(letterhead.columns.iter().map(|column| &column.name)).find(|name| !name.is_empty());
    let height = letterhead.logo_height.unwrap_or(54.0).clamp(8.0, 300.0).to_string();
    format!(
        ":::picture{}{}{}\n",
        attribute("name", logo),
        attribute("alt", alt.map_or("", String::as_str)),
        attribute("height", &height)
    )
}

fn name_markup(name: &str, colour: &str) -> String {
    format!("%% tone=\"name\"{colour}\n{}\n\n", escape(name))
}
