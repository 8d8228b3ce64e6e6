//! The documents that people read: their links lead somewhere, and what they list is what the program knows.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use samlens_core::aws::outputs::OutputKind;
use samlens_core::aws::services::Service;
use samlens_core::lint::{Need, Search};
use samlens_core::rules;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Each document for readers, with its path from the workspace's directory.
fn documents() -> Vec<(PathBuf, String)> {
    let top = fs::read_dir(root()).unwrap();
    let docs = fs::read_dir(root().join("docs")).unwrap();
    let paths = top.chain(docs).map(|entry| entry.unwrap().path());
    let mut documents: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| (path.clone(), fs::read_to_string(&path).unwrap()))
        .collect();
    documents.sort();
    documents
}

/// The targets of the links of a text in Markdown, fences left out.
fn links(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose
        .flat_map(|prose| prose.split("](").skip(1))
        .filter_map(|rest| rest.split(')').next())
        .filter(|target| !target.contains("://"))
        .collect()
}

/// The anchors of the headings of a document, as Markdown's hosts make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            let kept = title.chars().filter(|char| char.is_alphanumeric() || " -_".contains(*char));
            kept.map(|char| if char == ' ' { '-' } else { char }).collect()
        })
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let mut broken = Vec::new();
    let mut seen = 0;
    for (path, text) in documents() {
        for link in links(&text) {
            seen += 1;
            let (file, anchor) =
                link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
            let target = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let found = match anchor {
                None => target.exists(),
                Some(anchor) => fs::read_to_string(&target).is_ok_and(|text| anchors(&text).contains(anchor)),
            };
            if !found {
                broken.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert_eq!(broken, Vec::<String>::new());
    assert!(seen > 100, "{seen} links were found");
}

#[test]
fn the_page_on_evidence_names_every_need_and_every_kind() {
    let page = fs::read_to_string(root().join("docs/evidence.md")).unwrap();
    let arn = || "arn:aws:iam::444455556666:role/Example".to_owned();
    let needs = [
        Need::IdpMetadata { provider: None },
        Need::TrustPolicy { role: arn() },
        Need::ProviderList,
        Need::ConnectUsers { instance: None, region: None },
        Need::PermissionPolicy { role: arn() },
        Need::WorkspacesUser { user: String::new(), region: None },
        Need::CloudTrail(Search { role: None, region: None, between: None, service: Service::Iam }),
        Need::RelayState,
        Need::PrivateKey,
        Need::RawMessage,
    ];
    let known: BTreeSet<_> = needs.iter().map(Need::id).collect();
    let named: BTreeSet<_> = rules::all().flat_map(|rule| rule.needs).copied().collect();
    assert_eq!(
        named.difference(&known).collect::<Vec<_>>(),
        Vec::<&&str>::new(),
        "a need that this test lacks"
    );
    for need in needs {
        assert!(page.contains(&format!("\n| {} |", need.title())), "docs/evidence.md lacks {}", need.title());
    }
    for kind in OutputKind::ALL {
        assert!(page.contains(&format!("\n| {} |", kind.title())), "docs/evidence.md lacks {}", kind.title());
    }
}
