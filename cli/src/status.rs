//! The exit statuses, which scripts rely on.
//!
//! None of them is a crash: a status of 101 or a signal would be a defect of this program.

use crate::arguments::FailOn;
use std::process::ExitCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Accepted, or done.
    Done,
    /// Refused, or nothing is known of what was asked for, or two messages differ.
    Refused,
    /// Nothing speaks against it, and something that matters is open; or there is no message.
    CannotSay,
    /// The arguments are wrong (`EX_USAGE` of sysexits.h).
    Usage,
    /// A file or folder cannot be read.
    NoInput,
}

impl Status {
    /// Of the three verdicts, what the user calls a failure. Mistakes stay what they are.
    pub fn failing_on(self, fail_on: Option<FailOn>) -> Self {
        match (self, fail_on) {
            (Self::CannotSay, Some(FailOn::Refused)) => Self::Done,
            (Self::CannotSay, Some(FailOn::Unknown)) => Self::Refused,
            (status, _) => status,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_user_says_what_fails() {
        use Status::{CannotSay, Done, NoInput, Refused};
        for (status, on_refused, on_unknown) in [
            (Done, Done, Done),
            (Refused, Refused, Refused),
            (CannotSay, Done, Refused),
            (NoInput, NoInput, NoInput),
        ] {
            assert_eq!(status.failing_on(None), status);
            assert_eq!(status.failing_on(Some(FailOn::Refused)), on_refused);
            assert_eq!(status.failing_on(Some(FailOn::Unknown)), on_unknown);
        }
    }
}
