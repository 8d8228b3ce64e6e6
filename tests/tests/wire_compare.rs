//! The JSON of `samlens compare` is what its schema says, whatever two captures are compared.

use samlens_core::inspect::Report;
use samlens_core::limits::Limits;
use samlens_core::render::compared::{Compared, choose};
use samlens_core::wire::compare::json_pretty;
use samlens_tests::{corpus, schema};
use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/samlens-compare-v1.schema.json")).unwrap()
}

#[test]
fn comparisons_conform() {
    let reports: Vec<Report> = corpus::cases().iter().map(|case| corpus::report(case)).collect();
    let limits = Limits::default();
    let signs_in: Vec<_> = reports.iter().filter_map(choose).collect();
    let mut kinds = std::collections::BTreeSet::new();
    // Each with the next: neighbours are alike, and the ends of folders are not.
    for pair in signs_in.windows(2) {
        let [a, b] = pair else { continue };
        let Some(compared) = Compared::new(*a, *b, &limits) else { continue };
        let value: Value = serde_json::from_str(&json_pretty(&compared)).unwrap();
        let wrong = schema::faults(&schema(), &value);
        assert!(wrong.is_empty(), "{:?} and {:?}: {wrong:#?}", a.report.inputs, b.report.inputs);
        kinds.extend(value["facts"].as_array().unwrap().iter().map(|fact| fact["kind"].to_string()));
    }
    assert_eq!(kinds.len(), 8, "{kinds:?}");
}

#[test]
fn every_field_of_the_schema_is_described() {
    assert_eq!(schema::gaps(&schema()), Vec::<String>::new());
}
