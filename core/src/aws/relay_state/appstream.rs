//! Reads the relay state of AppStream 2.0: stack, account, application and client.
//!
//! It deliberately requires no stack: without one the user sees all stacks of the account.

use super::super::url::Url;
use super::regions::{APPSTREAM_OLD_REGIONS, APPSTREAM_REGIONS};
use super::{RelayFaultKind, RelayKind, RelayState};

impl<'a> RelayState<'a> {
    pub(super) fn appstream(&mut self, url: &Url<'a>, newer: bool) {
        self.kind = RelayKind::AppStream;
        self.check_offered(if newer { APPSTREAM_REGIONS } else { APPSTREAM_OLD_REGIONS });
        if !newer {
            self.fault(RelayFaultKind::OldEndpoint, url.host.clone());
        }
        if url.path() != "/saml" {
            self.fault(RelayFaultKind::WrongPath, url.path.clone());
        }
        for parameter in url.parameters() {
            if let Some(value) = self.named(&parameter, "stack") {
                self.stack = Some(value);
            } else if let Some(value) = self.named(&parameter, "accountId") {
                self.account = Some(value);
            } else if let Some(value) = self.named(&parameter, "app") {
                self.app = Some(value);
            } else if let Some(value) = self.named(&parameter, "client") {
                if !newer {
                    self.fault(RelayFaultKind::ClientOnOldEndpoint, parameter.range.clone());
                }
                self.client(value);
            }
        }
        self.check_account(url);
    }

    fn check_account(&mut self, url: &Url<'a>) {
        let account = self.part(&self.account);
        match self.account.clone().filter(|range| !range.is_empty()) {
            None => {
                let end = url.query.as_ref().map_or(url.path.end, |query| query.end);
                self.fault(RelayFaultKind::MissingAccount, end..end);
            }
            Some(range) if account.bytes().all(|byte| byte.is_ascii_digit()) => {
                if account.len() != 12 {
                    self.fault(RelayFaultKind::AccountLength(account.len()), range);
                }
            }
            Some(range) if account.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => {
                self.fault(RelayFaultKind::AccountHyphens, range);
            }
            Some(range) => self.fault(RelayFaultKind::AccountNotDigits, range),
        }
    }
}
