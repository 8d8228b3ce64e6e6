//! What the commands take from the machine: files, standard input, the clock.
//!
//! The clock is read here and nowhere else, and only where the user asks about now.

use crate::status::Status;
use crate::terminal::complain;
use samlens_core::inspect::Input;
use samlens_core::render;
use samlens_core::saml::Instant;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Standard input can be read only once. A second wish is said on standard error.
pub fn standard_input_once(paths: &[&PathBuf]) -> Result<(), Status> {
    if paths.iter().filter(|path| is_standard_input(path)).count() > 1 {
        complain("standard input can be given only once");
        return Err(Status::Usage);
    }
    Ok(())
}

/// Reads all files. What goes wrong is said on standard error.
pub fn read(paths: &[&PathBuf], most: usize) -> Result<Vec<Input>, Status> {
    standard_input_once(paths)?;
    let mut inputs = Vec::new();
    for path in paths {
        match read_one(path, most) {
            Ok(input) => inputs.push(input),
            Err(error) => {
                complain_of(path, &error.to_string());
                return Err(Status::NoInput);
            }
        }
    }
    Ok(inputs)
}

/// Says on standard error why something is not read.
pub fn complain_of(path: &Path, why: &str) {
    complain(&format!("cannot read {}: {why}", render::visible(&path.display().to_string())));
}

pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a file, or as much of it as one more byte than the budget, so that the core sees that there is more.
pub fn read_one(path: &Path, most: usize) -> io::Result<Input> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    if is_standard_input(path) {
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
        return Ok(Input { name: None, bytes });
    }
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(Input { name, bytes })
}

/// `None` where the clock stands before 1970 or after what fits.
pub fn now() -> Option<Instant> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_millis()).ok().map(Instant)
}
