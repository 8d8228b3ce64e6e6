//! Whether a role's trust policy lets a SAML provider in, and which condition keeps it out.
//!
//! `cargo run -p samlens-core --example trust_policy -- POLICY PROVIDER_ARN AUDIENCE`

use samlens_core::aws::policy::context::Found;
use samlens_core::aws::policy::document;
use samlens_core::aws::policy::{Context, Decision, Request, evaluate};
use samlens_core::json;
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    print!("{}", run(&arguments)?);
    Ok(())
}

pub fn run(arguments: &[String]) -> Result<String, String> {
    let [path, provider, audience] = arguments else {
        return Err("wanted: POLICY PROVIDER_ARN AUDIENCE".to_owned());
    };
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let whole = Span::new(SourceId::default(), 0, text.len());
    let json = json::parse(&text, whole, &Limits::default());
    let (policy, problems) = document::read(json.root().ok_or("there is no JSON in it")?);
    let mut out = format!("{} statements, {} problems\n", policy.statements.len(), problems.len());

    // What is not given stays unknown, and a condition on it is not decided.
    let context = Context::unknown().with("SAML:aud", Found::value(audience.clone()));
    let request = Request::federated("sts:AssumeRoleWithSAML", provider);
    let evaluation = evaluate(&policy, &request, &context);
    out += match evaluation.decision {
        Decision::Allowed => "allowed\n",
        Decision::ExplicitDeny => "denied\n",
        Decision::ImplicitDeny => "not allowed\n",
        Decision::Unknown => "not decided\n",
    };
    for statement in evaluation.deciding() {
        for condition in statement.conditions.iter().filter(|trace| !trace.result.is_true()) {
            let key = condition.condition.key.as_str();
            let wanted: Vec<_> = condition.wanted.iter().map(|wanted| wanted.text.as_str()).collect();
            out += &format!("{key} is wanted to be {}\n", wanted.join(" or "));
        }
    }
    Ok(out)
}
