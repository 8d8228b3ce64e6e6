//! The operators of conditions (IAM User Guide, "IAM JSON policy elements: Condition operators").
//!
//! It deliberately knows names and values, not contexts: what an absent key means is decided where conditions are
//! evaluated.

mod address;
mod compare;
mod date;
mod number;

pub(super) use self::compare::{Wanted, compare};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator {
    /// For keys with several values.
    pub set: Option<SetQualifier>,
    pub family: Family,
    pub comparison: Comparison,
    /// `StringNotEquals`, `NotIpAddress` …
    pub negated: bool,
    pub if_exists: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetQualifier {
    ForAnyValue,
    ForAllValues,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    String,
    Numeric,
    Date,
    Bool,
    Binary,
    IpAddress,
    Arn,
    Null,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Equals,
    EqualsIgnoringCase,
    Like,
    LessThan,
    LessThanEquals,
    GreaterThan,
    GreaterThanEquals,
}

impl Operator {
    /// Reads a name. Upper and lower case are not told apart: [`Operator::name`] says how IAM writes it.
    pub fn parse(name: &str) -> Option<Self> {
        let (set, rest) = match name.split_once(':') {
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAnyValue") => {
                (Some(SetQualifier::ForAnyValue), rest)
            }
            Some((set, rest)) if set.eq_ignore_ascii_case("ForAllValues") => {
                (Some(SetQualifier::ForAllValues), rest)
            }
            Some(_) => return None,
            None => (None, name),
        };
        let find = |name: &str, if_exists| {
            let (_, family, comparison, negated) =
                *TABLE.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name))?;
            Some(Self { set, family, comparison, negated, if_exists })
        };
        find(rest, false).or_else(|| {
            let (bare, suffix) = rest.split_at_checked(rest.len().checked_sub(IF_EXISTS.len())?)?;
            let found = find(bare, true).filter(|_| suffix.eq_ignore_ascii_case(IF_EXISTS))?;
            // `Null` asks for existence itself.
            (found.family != Family::Null).then_some(found)
        })
    }

    /// As IAM writes it.
    pub fn name(self) -> String {
        let set = match self.set {
            Some(SetQualifier::ForAnyValue) => "ForAnyValue:",
            Some(SetQualifier::ForAllValues) => "ForAllValues:",
            None => "",
        };
        let bare = TABLE
            .iter()
            .find(|(_, family, comparison, negated)| {
                (*family, *comparison, *negated) == (self.family, self.comparison, self.negated)
            })
            .map_or("", |(name, ..)| name);
        format!("{set}{bare}{}", if self.if_exists { IF_EXISTS } else { "" })
    }

    /// The same with another comparison; `None` where there is no such operator.
    pub fn with(self, comparison: Comparison) -> Option<Self> {
        let exists = TABLE.iter().any(|(_, family, known, negated)| {
            (*family, *known, *negated) == (self.family, comparison, self.negated)
        });
        exists.then_some(Self { comparison, ..self })
    }

    /// Every operator without qualifier and suffix.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|&(_, family, comparison, negated)| Self {
            set: None,
            family,
            comparison,
            negated,
            if_exists: false,
        })
    }

    /// Whether `*` and `?` stand for other characters. `ArnEquals` and `ArnLike` behave identically.
    pub fn takes_wildcards(self) -> bool {
        self.family == Family::Arn || self.comparison == Comparison::Like
    }

    /// Whether `${…}` is a variable in its values.
    pub fn takes_variables(self) -> bool {
        matches!(self.family, Family::String | Family::Arn)
    }
}

const IF_EXISTS: &str = "IfExists";

const TABLE: &[(&str, Family, Comparison, bool)] = {
    use Comparison::*;
    &[
        ("StringEquals", Family::String, Equals, false),
        ("StringNotEquals", Family::String, Equals, true),
        ("StringEqualsIgnoreCase", Family::String, EqualsIgnoringCase, false),
        ("StringNotEqualsIgnoreCase", Family::String, EqualsIgnoringCase, true),
        ("StringLike", Family::String, Like, false),
        ("StringNotLike", Family::String, Like, true),
        ("NumericEquals", Family::Numeric, Equals, false),
        ("NumericNotEquals", Family::Numeric, Equals, true),
        ("NumericLessThan", Family::Numeric, LessThan, false),
        ("NumericLessThanEquals", Family::Numeric, LessThanEquals, false),
        ("NumericGreaterThan", Family::Numeric, GreaterThan, false),
        ("NumericGreaterThanEquals", Family::Numeric, GreaterThanEquals, false),
        ("DateEquals", Family::Date, Equals, false),
        ("DateNotEquals", Family::Date, Equals, true),
        ("DateLessThan", Family::Date, LessThan, false),
        ("DateLessThanEquals", Family::Date, LessThanEquals, false),
        ("DateGreaterThan", Family::Date, GreaterThan, false),
        ("DateGreaterThanEquals", Family::Date, GreaterThanEquals, false),
        ("Bool", Family::Bool, Equals, false),
        ("BinaryEquals", Family::Binary, Equals, false),
        ("IpAddress", Family::IpAddress, Equals, false),
        ("NotIpAddress", Family::IpAddress, Equals, true),
        ("ArnEquals", Family::Arn, Equals, false),
        ("ArnNotEquals", Family::Arn, Equals, true),
        ("ArnLike", Family::Arn, Like, false),
        ("ArnNotLike", Family::Arn, Like, true),
        ("Null", Family::Null, Equals, false),
    ]
};
