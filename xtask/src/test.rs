//! Every check there is, in the order of their price: form, lints, tests (the foreign validators among them), doc tests.
//!
//! One failed check does not hide the next: all run, and the end says which failed.

use crate::step::{self, Failure};
use crate::tools;

/// One check.
struct Check {
    /// What it is called.
    name: &'static str,
    /// What it makes sure of.
    why: &'static str,
    /// The words after `cargo`.
    arguments: &'static [&'static str],
    /// What to do when it fails.
    hint: &'static str,
}

const FORM: Check = Check {
    name: "form",
    why: "all code is laid out by rustfmt",
    arguments: &["fmt", "--all", "--check"],
    hint: "Run `cargo fmt --all`; when rustfmt is missing, `rustup component add rustfmt`.",
};
const LINTS: Check = Check {
    name: "lints",
    why: "clippy has nothing to say",
    arguments: &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
    hint: "Mend what clippy names above; when clippy is missing, `rustup component add clippy`.",
};
const NEXTEST: Check = Check {
    name: "tests",
    why: "the letters are as expected, and foreign validators accept them",
    arguments: &["nextest", "run", "--workspace", "--locked", "--no-fail-fast", "--color", "never"],
    hint: "tests/README.md says how to read a failed case and how to accept a change that is meant.",
};
const CARGO_TEST: Check = Check {
    arguments: &["test", "--workspace", "--lib", "--bins", "--tests", "--locked", "--no-fail-fast", "--color", "never"],
    ..NEXTEST
};
const DOC_TESTS: Check = Check {
    name: "doc tests",
    why: "the examples in the documentation work",
    arguments: &["test", "--workspace", "--doc", "--locked", "--color", "never"],
    hint: "Mend the example that is named above.",
};

/// Tests that passed and that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// Sets up what the checks need, and runs them.
pub fn test() -> Result<(), Failure> {
    tools::set_up()?;
    let tests = if step::found("cargo-nextest") { NEXTEST } else { CARGO_TEST };
    let mut count = Count::default();
    let mut failures = Vec::new();
    for check in [FORM, LINTS, tests, DOC_TESTS] {
        step::say(&format!("{}: {}", check.name, check.why));
        let mut read = |line: &str| count.add(line);
        if let Err(failure) = step::run_reading(&mut step::cargo(check.arguments), &mut read, check.hint) {
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
    /// Adds what a summary line of cargo test or of nextest says; other lines say nothing.
    fn add(&mut self, line: &str) {
        let line = line.trim_start();
        let is_summary = line.starts_with("test result:") || (line.starts_with("Summary [") && line.contains("run:"));
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
    fn summaries_of_both_runners_are_counted_and_nothing_else() {
        let check = |line: &str, passed: usize, failed: usize| {
            let mut count = Count::default();
            count.add(line);
            assert_eq!(count, Count { passed, failed }, "{line}");
        };
        check("test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s", 3, 0);
        check("test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out", 2, 1);
        check("     Summary [   0.005s] 5 tests run: 5 passed, 0 skipped", 5, 0);
        check("     Summary [   0.005s] 5/9 tests run: 4 passed (1 slow), 1 failed, 2 skipped", 4, 1);
        check("        PASS [   0.004s] tests::all letters::3 passed", 0, 0);
    }
}
