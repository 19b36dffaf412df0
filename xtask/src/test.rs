//! Every check there is, in the order of their price: the page, form, lints, tests (the foreign validators and the real
//! window among them), doc tests.
//!
//! One failed check does not hide the next: all run, and the end says which failed.

use std::process::Command;

use crate::step::{self, Failure};
use crate::{tools, ui, window};

/// One check.
struct Check {
    /// What it is called.
    name: &'static str,
    /// What it makes sure of.
    why: &'static str,
    /// Who does it.
    by: By,
    /// The words after the program.
    arguments: &'static [&'static str],
    /// What to do when it fails.
    hint: &'static str,
}

/// Who does a check.
enum By {
    /// npm, in the folder of the page.
    Npm,
    /// cargo.
    Cargo,
    /// cargo, where windows open unseen.
    CargoUnseen,
}

impl Check {
    fn command(&self) -> Command {
        match self.by {
            By::Npm => ui::npm(self.arguments),
            By::Cargo => step::cargo(self.arguments),
            By::CargoUnseen => window::unseen(&step::cargo(self.arguments)),
        }
    }
}

/// The checks of the page; the last builds it, and only then can cargo build the window.
const PAGE: [Check; 4] = [
    Check {
        name: "form of the page",
        why: "all of it is laid out by prettier",
        by: By::Npm,
        arguments: &["run", "formatted"],
        hint: "Run `npm run format` in ui/.",
    },
    Check {
        name: "types of the page",
        why: "svelte-check has nothing to say",
        by: By::Npm,
        arguments: &["run", "check"],
        hint: "Mend what svelte-check names above.",
    },
    Check {
        name: "tests of the page",
        why: "its logic and its components do what they should",
        by: By::Npm,
        arguments: &["test"],
        hint: "`npx vitest` in ui/ runs them again as you mend them.",
    },
    Check {
        name: "build of the page",
        why: "the window has something to show",
        by: By::Npm,
        arguments: &["run", "build"],
        hint: "Mend what Vite names above.",
    },
];

const FORM: Check = Check {
    name: "form",
    why: "all code is laid out by rustfmt",
    by: By::Cargo,
    arguments: &["fmt", "--all", "--check"],
    hint: "Run `cargo fmt --all`; when rustfmt is missing, `rustup component add rustfmt`.",
};
const LINTS: Check = Check {
    name: "lints",
    why: "clippy has nothing to say",
    by: By::Cargo,
    arguments: &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
    hint: "Mend what clippy names above; when clippy is missing, `rustup component add clippy`.",
};
/// The window has two answers to a dialog, a person's and a script's; both are looked at.
const LINTS_OF_TESTS: Check = Check {
    name: "lints of the driven window",
    why: "clippy has nothing to say of it either",
    arguments: &["clippy", "--workspace", "--all-targets", FEATURES, "--locked", "--", "-D", "warnings"],
    ..LINTS
};
const NEXTEST: Check = Check {
    name: "tests",
    why: "the letters are as expected, foreign validators accept them, and the window does what people do with it",
    by: By::CargoUnseen,
    arguments: &["nextest", "run", "--workspace", FEATURES, "--locked", "--no-fail-fast", "--color", "never"],
    hint: "tests/README.md says how to read a failed case and how to accept a change that is meant.",
};
const CARGO_TEST: Check = Check {
    arguments: &[
        "test",
        "--workspace",
        FEATURES,
        "--lib",
        "--bins",
        "--tests",
        "--locked",
        "--no-fail-fast",
        "--color",
        "never",
    ],
    ..NEXTEST
};
const DOC_TESTS: Check = Check {
    name: "doc tests",
    why: "the examples in the documentation work",
    by: By::Cargo,
    arguments: &["test", "--workspace", FEATURES, "--doc", "--locked", "--color", "never"],
    hint: "Mend the example that is named above.",
};

/// The features of everything that is tested. `tests/tools.rs` builds programs with the same, so that nothing is built
/// twice.
const FEATURES: &str = "--features=window/e2e";

/// Tests that passed and that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Sets up what the checks need, and runs them.
pub fn test() -> Result<(), Failure> {
    tools::set_up(&[window::LIBRARIES, window::DRIVERS])?;
    ui::set_up()?;
    let tests = if step::found("cargo-nextest") { NEXTEST } else { CARGO_TEST };
    let mut count = Count::default();
    let mut failures = Vec::new();
    for check in PAGE.iter().chain(&[FORM, LINTS, LINTS_OF_TESTS, tests, DOC_TESTS]) {
        step::say(&format!("{}: {}", check.name, check.why));
        let mut read = |line: &str| count.add(line);
        if let Err(failure) = step::run_reading(&mut check.command(), &mut read, check.hint) {
            failures.push((check.name, failure));
        }
    }
    for (name, failure) in &failures {
        println!("{name}: {}\n  {}", failure.message, failure.hint);
    }
    // The last line on standard output, by which CI sees that tests ran.
    println!("\n{} passed, {} failed", count.passed, count.failed);
    match failures.len() {
        0 if count.passed == 0 => Err(Failure::new("no test ran", "Look at what the tests step printed above.")),
        0 => Ok(()),
        _ => {
            let names: Vec<_> = failures.iter().map(|(name, _)| *name).collect();
            Err(Failure::new(format!("failed: {}", names.join(", ")), "What to do stands above, for each of them."))
        }
    }
}

impl Count {
    /// Adds what a summary line of cargo test, of nextest or of vitest says; other lines say nothing.
    fn add(&mut self, line: &str) {
        let line = line.trim_start();
        let of_nextest = line.starts_with("Summary [") && line.contains("run:");
        let of_vitest = line.starts_with("Tests  ") && (line.contains(" passed") || line.contains(" failed"));
        let is_summary = line.starts_with("test result:") || of_nextest || of_vitest;
        if !is_summary {
            return;
        }
        let words: Vec<&str> = line.split(|c: char| c.is_whitespace() || ",;.()".contains(c)).collect();
        for pair in words.windows(2) {
            let number = pair[0].parse().unwrap_or(0);
            match pair[1] {
                "passed" => self.passed += number,
                "failed" | "timed" => self.failed += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_of_all_runners_are_counted_and_nothing_else() {
        let check = |line: &str, passed: usize, failed: usize| {
            let mut count = Count::default();
            count.add(line);
            assert_eq!(count, Count { passed, failed }, "{line}");
        };
        check("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s", 3, 0);
        check("test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out", 2, 1);
        check("     Summary [   0.005s] 5 tests run: 5 passed, 0 skipped", 5, 0);
        check("     Summary [   0.005s] 5/9 tests run: 4 passed (1 slow), 1 failed, 2 skipped", 4, 1);
        check("      Tests  12 passed (12)", 12, 0);
        check("      Tests  2 failed | 7 passed | 1 skipped (10)", 7, 2);
        check(" Test Files  3 passed (3)", 0, 0);
        check("        PASS [   0.004s] tests::all letters::3 passed", 0, 0);
    }
}
