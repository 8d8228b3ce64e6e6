//! A report made by hand, so that what the renderers show does not change with every new rule.
//!
//! Message, spans, roles and layers are real: they come from `inspect`. Only the findings are put in.

use crate::sign::{Part, Which, resign, unsigned};
use samlens_core::aws::stages::Stage;
use samlens_core::diagnose;
use samlens_core::evidence::Options;
use samlens_core::idp;
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::{
    Answers, Cite, Confidence, Finding, Fix, Label, Message, Need, Owner, Rule, Severity, Verdict, code,
};
use samlens_core::say;
use samlens_core::source::Span;

const fn rule(id: &'static str, stage: Stage, severity: Severity) -> Rule {
    Rule {
        id,
        title: "a defect of the sample",
        severity,
        stage,
        needs: &[],
        explains: &[],
        cites: &[Cite {
            document: "IAM User Guide",
            section: "Troubleshoot SAML federation with IAM",
            quote: "SAML response",
        }],
        predicts: &[],
        page: "",
        file: "",
        check: |_, _| None,
    }
}

static SPACE: Rule = Rule {
    explains: &["sample-consequence"],
    predicts: &["E01"],
    ..rule("sample-space", Stage::Attributes, Severity::Error)
};
static CONSEQUENCE: Rule = rule("sample-consequence", Stage::Provider, Severity::Error);
static HIDDEN: Rule = rule("sample-hidden", Stage::Attributes, Severity::Warning);
static OPEN: Rule = rule("sample-open", Stage::TrustPolicy, Severity::Error);
static PASSED: Rule = rule("sample-passed", Stage::Audience, Severity::Error);

/// A message with a space, a hidden character and backticks in its values; `wrap` makes the paste of the XML.
pub fn report(wrap: impl Fn(&str) -> Vec<u8>, options: &Options) -> Report {
    let xml = unsigned(include_str!("../baselines/iam.xml"))
        .replace(":role/", ":role/ops/Ana\u{200b}```")
        .replace("<saml:AttributeValue>", "<saml:AttributeValue> ");
    let (bytes, _) = resign(&wrap(&xml), Which::Unsigned, &[Part::Assertion]).unwrap();
    let input = Input { name: None, bytes };
    let mut report = inspect(&[input], options, &Limits::default());
    fill(&mut report);
    report
}

/// Replaces what the rules said of every message.
pub fn fill(report: &mut Report) {
    report.findings.clear();
    for at in 0..report.messages.len() {
        let mut answers = answers(report, at);
        let message = &mut report.messages[at];
        message.idp = idp::by_id("okta").map(|provider| idp::Recognised {
            provider,
            confidence: idp::Confidence::Certain,
            score: 100,
            reasons: vec!["the issuer is `http://www.okta.com/exk1`".into()],
        });
        let roles: Vec<_> = message.roles.iter().map(|role| role.role.clone()).collect();
        let provider = message.idp.as_ref().map(|idp| idp.provider);
        diagnose::complete(&mut answers.findings, provider, &message.values);
        message.diagnosed = diagnose::diagnose(&answers, &roles, &report.errors, true, None);
        message.answers = answers;
    }
}

fn answers(report: &Report, at: usize) -> Answers {
    let source = report.items[report.messages[at].item].leaf.source;
    let text = report.sources.text(source);
    let find = |part: &str| -> Span {
        let start = text.find(part).unwrap_or_else(|| panic!("{part} is not in {text}"));
        Span::new(source, start, start + part.len())
    };
    let role = find("arn:aws:iam::444455556666:role/");
    let space = Span::new(source, role.bytes.start as usize - 1, role.bytes.start as usize);
    let label = |span, text: &str| Label { span, text: Message::from(text) };
    let finding = |rule: &'static Rule, message, primary| Finding {
        rule,
        severity: rule.severity,
        confidence: Confidence::Certain,
        message,
        primary,
        related: Vec::new(),
        expected: None,
        found: None,
        fix: None,
        predicted: rule.predicts.first().copied(),
        role: None,
        follows: &[],
    };
    let findings = vec![
        Finding {
            confidence: Confidence::Possible,
            expected: Some(say!["letters, such as ", code("ops")]),
            ..finding(
                &HIDDEN,
                say!["the role's name holds the invisible character ", code("\u{200b}")],
                label(find("\u{200b}"), "zero width space"),
            )
        },
        finding(&CONSEQUENCE, say!["no provider can be read"], label(find("<saml:AttributeStatement>"), "")),
        Finding {
            related: vec![
                label(role, "the role begins here"),
                label(find("<saml:Issuer>"), "sent by this issuer"),
            ],
            expected: Some(say![code("arn:aws:iam::…,arn:aws:iam::…")]),
            found: Some(say![code(" arn:aws:iam::…")]),
            fix: Some(Fix {
                owner: Owner::IdpAdmin,
                setting: Some(idp::Setting::Role),
                advice: say!["take the space out of the value of ", code("Role")],
                command: Some("aws iam list-saml-providers".into()),
                snippet: None,
            }),
            ..finding(
                &SPACE,
                say!["the value of ", code("Role"), " begins with a space, so AWS cannot read the pair"],
                label(space, "a space"),
            )
        },
    ];
    let need = Need::TrustPolicy { role: "arn:aws:iam::444455556666:role/ops/Ana".into() };
    let verdicts = vec![
        (&PASSED, Verdict::Passed),
        (&SPACE, Verdict::Found),
        (&CONSEQUENCE, Verdict::Found),
        (&HIDDEN, Verdict::Found),
        (&OPEN, Verdict::NotChecked(vec![need])),
    ];
    Answers { verdicts, findings, evidence: Vec::new() }
}
