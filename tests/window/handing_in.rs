//! One letter through its channels: the box that takes a thousand characters, the speech, the packet, and the receipt.

use super::Person;
use crate::case::root;

#[test]
fn a_letter_fits_a_box_goes_out_as_a_packet_and_is_known_as_handed_in() {
    let person = Person::away();
    person.open(&[&root().join("tests/letters/seed-aaln/draft.toml")]);
    person.see_in_letter("Accountable and clear timelines");
    person.press("Ctrl+8");
    person.see("Where does it go?");
    person.click("City of Sacramento eComment");
    person.see("991 of 1,000 characters");
    person.see("Compare this with the page");
    let text = || {
        let boxes = "return [...document.querySelectorAll('textarea')].map((box) => box.value).join('\\n')";
        person.run(boxes, &[]).as_str().unwrap_or_default().to_owned()
    };
    assert!(text().contains("1) Accountable and clear timelines") && text().contains("3) Close the joint task force"));

    // What is put back is said, and what it costs is told.
    let left_out = "As you surely know";
    assert!(!text().contains(left_out));
    person.click("Put it back");
    person.wait("what was put back is not said", || text().contains(left_out));
    person.click("Let Lectern choose");
    person.wait("what was let go is still said", || !text().contains(left_out));
    person.see("991 of 1,000 characters");

    person.click("Speech");
    person.see("2:00 minutes");
    person.click("Packet");
    let out = person.folder().join("out");
    std::fs::create_dir(&out).unwrap();
    person.answer(&[&out.display().to_string()]);
    person.click("Make the packet");
    person.see("The packet is ready");
    let folder = std::fs::read_dir(&out).unwrap().next().unwrap().unwrap().path();
    let handed_in = std::fs::read_to_string(folder.join("portal text.txt")).unwrap();
    assert!(handed_in.chars().count() <= 1000 && handed_in.starts_with("Item #3"), "{handed_in}");
    for file in ["manifest.txt", "checklist.pdf", "email.eml", "speech 2 min.pdf"] {
        assert!(folder.join(file).is_file(), "{file}");
    }

    person.click("I handed it in");
    person.click("Note it as handed in");
    person.see("Handed in");
    person.click("Desk");
    person.see("Handed in on");
}
