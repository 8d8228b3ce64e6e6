//! The `aws sts assume-role-with-saml` commands that were supplied.
//!
//! It deliberately expands nothing that a shell would.

use crate::aws::outputs::CliArguments;
use crate::evidence::Of;
use crate::lint::Cx;

/// The commands; `None` where there are none, or no message that assumes a role.
pub(super) fn all<'a>(cx: &Cx<'a>) -> Option<Vec<Of<'a, CliArguments>>> {
    cx.role_assertion()?;
    let assumes = |command: &Of<'a, CliArguments>| {
        command.value.service.as_str() == "sts" && command.value.operation.as_str() == "assume-role-with-saml"
    };
    let commands: Vec<_> = cx.evidence.outputs.cli_arguments().filter(assumes).collect();
    (!commands.is_empty()).then_some(commands)
}
