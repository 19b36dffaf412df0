//! Notes stand where their marks ask for them, and none is lost.

use super::*;

/// A paragraph of so many lines whose line `at` bears the mark of the note.
fn marked(count: usize, at: usize, note: usize) -> Block {
    let mut content = Vec::new();
    for index in 0..count {
        content.push(text(&format!("p{note}-{index}.")));
        if index == at {
            content.push(Inline::NoteMark(note));
        }
        content.push(Inline::Break);
    }
    inlines(content)
}

#[test]
fn foot_notes_stand_below_their_marks() {
    for at in 0..90 {
        let letter = body(vec![marked(90, at, 0)]);
        let pages = pages(&with_notes(letter, NotePlace::Foot, &[("1", "the note says this")]));
        check_pages(&pages);
        let lines = set(&pages);
        let line = lines.iter().find(|line| line.words.starts_with(&format!("p0-{at}."))).expect("the line is set");
        let note = lines.iter().find(|line| line.words.contains("the note says")).expect("the note is set");
        assert_eq!(note.page, line.page, "mark on line {at}");
        let lowest = lines.iter().filter(|line| line.page == note.page && line.words.starts_with("p0-"));
        assert!(lowest.map(|line| line.y).fold(0.0, f32::max) < note.y - 10.0, "mark on line {at}");
    }
}

#[test]
fn long_foot_notes_go_on_and_lose_nothing() {
    let note = (0..900).map(|index| format!("n{index}")).collect::<Vec<_>>().join(" ");
    for at in [0, 30, 40, 44, 60] {
        let letter = body(vec![marked(70, at, 0), marked(30, 3, 1)]);
        let pages = pages(&with_notes(letter, NotePlace::Foot, &[("1", &note), ("2", "second note")]));
        check_pages(&pages);
        let tree = read(&pages);
        assert!(tree.contains(&format!("Paragraph {note}\n")), "mark on line {at}");
        assert!(tree.contains("Paragraph second note\n"));
        assert_eq!(page_of(&pages, "n0 n1"), page_of(&pages, &format!("p0-{at}.")));
        for page in 0..pages.pages.len() {
            let mut lines: Vec<f32> = set(&pages)
                .iter()
                .filter(|line| line.page == page && !line.words.trim().chars().all(char::is_numeric))
                .map(|line| line.y)
                .collect();
            lines.sort_by(f32::total_cmp);
            assert!(lines.windows(2).all(|pair| pair[1] - pair[0] > 9.0 || pair[1] == pair[0]), "page {page}");
        }
    }
}

#[test]
fn notes_are_read_in_their_places() {
    let check = |place: NotePlace, expected: &str| {
        let words = |before: &str, note| inlines(vec![text(before), Inline::NoteMark(note)]);
        let letter = letter(vec![
            part(Role::Body, vec![words("One", 0), words("Two", 1)]),
            part(Role::Copies, vec![paragraph("cc: all")]),
        ]);
        let notes = [("1", "note one"), ("2", "note two"), ("", "unmarked")];
        let pages = pages(&with_notes(letter, place, &notes));
        check_pages(&pages);
        assert_eq!(read(&pages), expected, "{place:?}");
    };
    check(
        NotePlace::Foot,
        "\
Document
  Paragraph One
    Reference 1
  Note
    Label 1
    Paragraph note one
  Paragraph Two
    Reference 2
  Note
    Label 2
    Paragraph note two
  Paragraph cc: all
  Div
    Paragraph unmarked
",
    );
    check(
        NotePlace::End,
        "\
Document
  Paragraph One
    Reference 1
  Paragraph Two
    Reference 2
  Paragraph cc: all
  Div
    Paragraph unmarked
  H1 Notes
  Note
    Label 1
    Paragraph note one
  Note
    Label 2
    Paragraph note two
",
    );
    check(
        NotePlace::Block,
        "\
Document
  Paragraph One
    Reference 1
  Paragraph Two
    Reference 2
  Paragraph cc: all
  Note
    Label 1
    Paragraph note one
  Note
    Label 2
    Paragraph note two
  Note
    Paragraph unmarked
",
    );
}

#[test]
fn no_note_is_lost() {
    let marks = |notes: &[usize]| {
        let mut content = vec![text("words")];
        content.extend(notes.iter().map(|note| Inline::NoteMark(*note)));
        inlines(content)
    };
    let cases = [
        ("marked twice", vec![part(Role::Body, vec![marks(&[0]), marks(&[0])])]),
        ("marked in the foot of page one", vec![part(Role::Foot, vec![marks(&[0])])]),
        ("marked in a column", vec![part(Role::Addressees, vec![columns(vec![vec![marks(&[0])], vec![]])])]),
        ("marked in a signature", vec![part(Role::Signatures, vec![columns(vec![vec![marks(&[0])]])])]),
        ("marked nowhere", vec![part(Role::Body, vec![paragraph("words")])]),
        ("marks a note that is not there", vec![part(Role::Body, vec![marks(&[7])])]),
    ];
    for (name, parts) in cases {
        for place in [NotePlace::Foot, NotePlace::End, NotePlace::Block] {
            let pages = pages(&with_notes(letter(parts.clone()), place, &[("1", "the note")]));
            check_pages(&pages);
            let times = read(&pages).matches("the note").count();
            assert_eq!(times, 1, "{name}, {place:?}");
        }
    }
}

#[test]
fn a_note_in_a_note_ends() {
    let mut letter = with_notes(
        body(vec![inlines(vec![text("words"), Inline::NoteMark(0)])]),
        NotePlace::Foot,
        &[("1", "first"), ("2", "second")],
    );
    letter.notes[0].blocks.push(inlines(vec![text("see"), Inline::NoteMark(1)]));
    letter.notes[1].blocks.push(inlines(vec![text("see"), Inline::NoteMark(0)]));
    let tree = read(&pages(&letter));
    for words in ["first", "second"] {
        assert_eq!(tree.matches(words).count(), 1, "{tree}");
    }
}
