//! The scenarios: one list by identity provider, two of what is unusual and works all the same.

mod providers;
mod services;
mod unusual;

use super::Case;

/// All scenarios.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    providers::CASES.iter().chain(unusual::CASES).chain(services::CASES)
}

use super::{Beside, LONDON};
use crate::sign::Part;
use crate::working::{Capture, evidence};
use samlens_core::aws::services::Service;

const BOTH: &[Part] = &[Part::Assertion, Part::Response];
/// What settles that AWS accepts a response.
const DECIDED: &[Beside] = &[Beside::Metadata, Beside::Role];
const LAST: &[Beside] = &[Beside::Metadata, Beside::LastRole];
const CONNECT: &[Beside] = &[Beside::Metadata, Beside::Role, Beside::ConnectUsers, Beside::Permissions];
const WORKSPACES: &[Beside] = &[Beside::Metadata, Beside::Role, Beside::Directory, Beside::Permissions];
const APPSTREAM: &[Beside] = &[Beside::Metadata, Beside::Role, Beside::Stacks, Beside::Permissions];

/// A sign-in to the console, signed as most do, with the trust policy that the console makes.
const USUAL: Case = Case {
    name: "",
    says: "",
    provider: "okta",
    service: Service::Iam,
    place: LONDON,
    capture: Capture::Form,
    change: |_| {},
    condition: evidence::for_recipient,
    beside: &[],
    signs: &[Part::Assertion],
    algorithm: "rsa-sha256",
};
