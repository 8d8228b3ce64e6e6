//! Starting other programs: where they are looked for, and where their output goes.
//!
//! It deliberately does not know which programs the project needs; that is `tools`.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;

/// The workspace's directory.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// Cargo's target directory.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |given| root().join(given))
}

/// Where tools are installed when the machine already has another version of the same name.
pub fn tools_root() -> PathBuf {
    target().join("tools")
}

/// A program, run in the workspace's directory, found on the search path that the chores share.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", search_path());
    command
}

pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// Where `program` is, when it is on the search path or is itself the path of a file.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&search_path()).map(|directory| directory.join(&name)).find(|path| path.is_file())
}

/// Runs a program in the user's sight.
pub fn watch(mut command: Command) -> Result {
    let status = command.status().map_err(|error| cannot_start(&command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", line(&command))) }
}

/// Runs a program out of sight; its output is shown only if it fails.
pub fn quiet(mut command: Command) -> Result {
    let path = log_path(&command);
    let (out, err) = open_log(&path).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    command.stdin(Stdio::null()).stdout(out).stderr(err);
    let status = command.status().map_err(|error| cannot_start(&command, &error))?;
    if status.success() {
        return Ok(());
    }
    let output = fs::read(&path).unwrap_or_default();
    eprintln!("{}", String::from_utf8_lossy(&output).trim_end());
    Err(format!("{} failed ({status})", line(&command)))
}

/// Standard output of a program that succeeds.
pub fn output(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Tools of the project's own first, then the packages of the browser tests, then the user's path, then Cargo's
/// directory, which a fresh installation of rustup has not yet put on the path.
fn search_path() -> OsString {
    let own = [tools_root().join("bin"), root().join("tests/browser/node_modules/.bin")];
    let users = env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(env::split_paths(&users)).chain([cargo_home().join("bin")]);
    env::join_paths(all).unwrap_or(users)
}

pub fn cargo_home() -> PathBuf {
    let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE")).unwrap_or_default();
    env::var_os("CARGO_HOME").map_or_else(|| PathBuf::from(home).join(".cargo"), PathBuf::from)
}

fn open_log(path: &Path) -> std::io::Result<(File, File)> {
    fs::create_dir_all(path.parent().unwrap_or(root()))?;
    let out = File::create(path)?;
    let err = out.try_clone()?;
    Ok((out, err))
}

fn log_path(command: &Command) -> PathBuf {
    let words = line(command);
    let name: String =
        words.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).take(60).collect();
    target().join("xtask-log").join(format!("{name}.txt"))
}

/// The command as a person would type it.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words: Vec<_> =
        std::iter::once(program).chain(command.get_args()).map(|w| w.to_string_lossy()).collect();
    words.join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("cannot start `{}`: {error}", line(command))
}
