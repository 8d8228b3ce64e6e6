//! The exit statuses, which scripts rely on.
//!
//! None of them is a crash: a status of 101 or a signal would be a defect of this program.

use std::process::ExitCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Accepted, or done.
    Done,
    /// Refused, or nothing is known of what was asked for.
    Refused,
    /// Nothing speaks against it, and something that matters is open; or there is no message.
    CannotSay,
    /// The arguments are wrong (`EX_USAGE` of sysexits.h).
    Usage,
    /// A file cannot be opened.
    NoInput,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Refused => 1,
            Status::CannotSay => 2,
            Status::Usage => 64,
            Status::NoInput => 65,
        })
    }
}
