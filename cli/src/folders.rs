//! The files behind what was named: those of a folder, at any depth, in the order of their names.
//!
//! It reads no file. What it leaves aside it hands back with the reason, so that nothing is skipped silently.

use crate::files::is_standard_input;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// What was found behind the names.
#[derive(Debug, Default)]
pub struct Found {
    /// In the order of the names; within a folder, by path.
    pub files: Vec<PathBuf>,
    /// What cannot be read, and why.
    pub left: Vec<(PathBuf, String)>,
}

pub fn files(named: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in named {
        match is_folder(path) {
            true => found.walk(path),
            // What cannot be opened is told when it is read; a pipe that was named is wanted.
            false => found.files.push(path.clone()),
        }
    }
    found
}

/// Standard input is none, even where a folder has its name.
pub fn is_folder(path: &Path) -> bool {
    !is_standard_input(path) && path.is_dir()
}

impl Found {
    fn walk(&mut self, folder: &Path) {
        let before = self.files.len() + self.left.len();
        let mut open = vec![folder.to_path_buf()];
        let mut files = Vec::new();
        while let Some(folder) = open.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) => {
                    self.left.push((folder, error.to_string()));
                    continue;
                }
            };
            for entry in entries {
                match entry {
                    Ok(entry) => self.sort_out(entry.path(), &mut open, &mut files),
                    Err(error) => self.left.push((folder.clone(), error.to_string())),
                }
            }
        }
        files.sort();
        self.files.append(&mut files);
        if self.files.len() + self.left.len() == before {
            self.left.push((folder.to_path_buf(), "the folder holds no file".to_owned()));
        }
    }

    fn sort_out(&mut self, path: PathBuf, open: &mut Vec<PathBuf>, files: &mut Vec<PathBuf>) {
        let linked = path.is_symlink();
        match fs::metadata(&path) {
            Ok(kind) if kind.is_dir() && !linked => open.push(path),
            // A link may lead back to where it stands.
            Ok(kind) if kind.is_dir() => {
                self.left.push((path, "links to folders are not followed".to_owned()))
            }
            Ok(kind) if kind.is_file() => files.push(path),
            other => self.left.push((path, why(other))),
        }
    }
}

fn why(kind: io::Result<Metadata>) -> String {
    match kind {
        Ok(_) => "neither a file nor a folder".to_owned(),
        Err(error) => error.to_string(),
    }
}
