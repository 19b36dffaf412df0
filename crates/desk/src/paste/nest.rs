//! Lines in, blocks out: items become lists, quoted lines quotations, both at most two deep together.

use letter::markup::rich::RichBlock;

use super::{Kind, Line};

/// How deep lists and quotations nest together, as in letters.
const DEEPEST: usize = 2;

/// The blocks that lines make.
pub(super) fn nested(lines: Vec<Line>) -> Vec<RichBlock> {
    let mut blocks = Vec::new();
    for run in lines.chunk_by(|a, b| a.quoted == b.quoted) {
        let quoted = run[0].quoted;
        let inner = blocks_of(run, DEEPEST - usize::from(quoted));
        if quoted {
            blocks.push(RichBlock::Quote { content: inner });
        } else {
            blocks.extend(inner);
        }
    }
    blocks
}

fn level(line: &Line, deepest: usize) -> usize {
    match line.kind {
        Kind::Plain | Kind::Heading(_) => 0,
        Kind::Item { level, .. } | Kind::Within { level } => level.clamp(1, deepest),
    }
}

fn blocks_of(lines: &[Line], deepest: usize) -> Vec<RichBlock> {
    let mut blocks = Vec::new();
    for run in lines.chunk_by(|a, b| (level(a, deepest) > 0) == (level(b, deepest) > 0)) {
        if level(&run[0], deepest) > 0 {
            lists(run, 1, deepest, &mut blocks);
            continue;
        }
        blocks.extend(run.iter().map(|line| match line.kind {
            Kind::Heading(level) => RichBlock::Heading { level, content: line.content.clone() },
            Kind::Plain | Kind::Item { .. } | Kind::Within { .. } => paragraph(line),
        }));
    }
    blocks
}

fn paragraph(line: &Line) -> RichBlock {
    RichBlock::Paragraph { content: line.content.clone() }
}

/// The lists of lines that are all items at this depth or deeper.
fn lists(lines: &[Line], depth: usize, deepest: usize, blocks: &mut Vec<RichBlock>) {
    let mut at = 0;
    while at < lines.len() {
        if level(&lines[at], deepest) > depth {
            // What is deeper belongs to the item before it; without one it opens the list by itself.
            let deeper = lines[at..].iter().take_while(|line| level(line, deepest) > depth).count();
            let mut inner = Vec::new();
            lists(&lines[at..at + deeper], depth + 1, deepest, &mut inner);
            match blocks.last_mut().and_then(last_item) {
                Some(item) => item.extend(inner),
                None => blocks.extend(inner),
            }
            at += deeper;
            continue;
        }
        let line = &lines[at];
        match &line.kind {
            Kind::Item { sign, .. } => match (blocks.last_mut(), sign) {
                (Some(RichBlock::BulletList { items }), None) => items.push(vec![paragraph(line)]),
                (Some(RichBlock::OrderedList { items, .. }), Some(_)) => items.push(vec![paragraph(line)]),
                (_, None) => blocks.push(RichBlock::BulletList { items: vec![vec![paragraph(line)]] }),
                (_, Some(sign)) => {
                    blocks.push(RichBlock::OrderedList { sign: sign.clone(), items: vec![vec![paragraph(line)]] });
                }
            },
            Kind::Within { .. } | Kind::Plain | Kind::Heading(_) => match blocks.last_mut().and_then(last_item) {
                Some(item) => item.push(paragraph(line)),
                None => blocks.push(paragraph(line)),
            },
        }
        at += 1;
    }
}

fn last_item(block: &mut RichBlock) -> Option<&mut Vec<RichBlock>> {
    match block {
        RichBlock::BulletList { items } | RichBlock::OrderedList { items, .. } => items.last_mut(),
        RichBlock::Paragraph { .. } | RichBlock::Heading { .. } | RichBlock::Quote { .. } => None,
    }
}
