//! One step of a chore: a line that says what it does and why, a program that runs, and what to do when it fails.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a chore stopped.
#[derive(Debug)]
pub struct Failure {
    /// What is wrong, in lower case without a full stop.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

impl Failure {
    /// A failure with its hint.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

/// The root of the work tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Says what comes next.
pub fn say(line: &str) {
    println!("==> {line}");
}

/// The cargo that runs this program, at the root of the work tree.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// Runs a program to its end, without standard input; its output is seen as it comes.
pub fn run(command: &mut Command, hint: &str) -> Result<(), Failure> {
    let outcome = command.stdin(Stdio::null()).status();
    judge(command, outcome.map(|status| status.success()), hint)
}

/// Runs a program to its end, shows each line as it comes and hands it to `read` too.
pub fn run_reading(command: &mut Command, read: &mut dyn FnMut(&str), hint: &str) -> Result<(), Failure> {
    let outcome = (|| {
        // One pipe for both streams keeps the lines in the order in which they were written.
        let (output, input) = std::io::pipe()?;
        let mut child = command.stdin(Stdio::null()).stdout(input.try_clone()?).stderr(input).spawn()?;
        // The command holds our ends of the pipe; the reading below ends when no end is left open.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        for line in BufReader::new(output).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            read(&line);
        }
        Ok(child.wait()?.success())
    })();
    judge(command, outcome, hint)
}

/// The program can be found on the path.
pub fn found(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).any(|folder| folder.join(&name).is_file())
}

fn judge(command: &Command, outcome: std::io::Result<bool>, hint: &str) -> Result<(), Failure> {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words: Vec<_> = std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect();
    let line = words.join(" ");
    match outcome {
        Ok(true) => Ok(()),
        Ok(false) => Err(Failure::new(format!("`{line}` did not succeed"), hint)),
        Err(error) => Err(Failure::new(format!("`{line}` could not be run: {error}"), hint)),
    }
}
