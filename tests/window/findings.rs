//! What preflight says in the window: beside its field, mended at one click, or let stand for a reason that stays.

use super::Person;
use crate::case::root;

#[test]
fn a_finding_is_mended_at_one_click_or_let_stand_for_a_reason_that_stays() {
    let person = Person::away();
    person.open(&[&root().join("tests/letters/seed-aaln/draft.toml")]);
    person.see_in_letter("Accountable and clear timelines");
    person.press("Ctrl+1");
    person.type_into("item.meeting", "January 12, 2027");
    person.press("Ctrl+4");
    person.write("words.restated", "Please act on Monday, January 12, 2027.");
    let told = "January 12, 2027 is a Tuesday, but";
    person.see(told);
    person.find_nothing_with_axe("a finding beside its field");
    person.click("Write “Tuesday”");
    person.see_in_letter("Please act on Tuesday, January 12, 2027.");
    person.see_no(told);
    person.press("Ctrl+Z");
    person.see_in_letter("Please act on Monday, January 12, 2027.");
    person.see(told);

    person.click("Let it stand: January 12, 2027");
    person.see("Why may it stand?");
    person.find_nothing_with_axe("why a finding may stand");
    person.press("Ctrl+A");
    person.type_text("The printed agenda says Monday.");
    person.press("Enter");
    person.see_no(told);
    person.press("Ctrl+7");
    person.see("The printed agenda says Monday.");
    person.wait("the words are not kept", || {
        person.run("return document.querySelector('[data-saving]').dataset.saving", &[]) == "kept"
    });
    // The reason outlives the window, and the words outlive the reason.
    person.restart();
    person.click("Item #3");
    person.see_in_letter("Please act on Monday, January 12, 2027.");
    person.press("Ctrl+7");
    person.see("What you let stand");
    person.see("The printed agenda says Monday.");
    person.find_nothing_with_axe("what was let stand");
    person.click("Look at it again");
    person.see_no("What you let stand");
    person.see(told);
    person.see_in_letter("Please act on Monday, January 12, 2027.");
}
