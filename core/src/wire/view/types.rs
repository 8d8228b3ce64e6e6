//! What the page draws: finished sentences and places, nothing to be judged any more.
//!
//! It deliberately promises nothing to others: page and worker are the same program, so fields come and go.

mod document;
mod signatures;

pub use document::*;
pub use signatures::*;

use serde::{Deserialize, Serialize};

/// Words of ours and data of theirs, kept apart.
pub type Phrase = Vec<Part>;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Text(String),
    /// What stands in the input, or must be typed exactly.
    Code(String),
}

/// A state, shown by an icon, a word and a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Tone {
    Refused,
    Accepted,
    #[default]
    Unknown,
    Warning,
    Note,
    Passed,
    NotApplicable,
}

/// One inspection, with one of its messages in full.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct View {
    pub chips: Vec<Chip>,
    /// Every message, for choosing among them.
    pub messages: Vec<Entry>,
    /// Index in `messages` of the one that is shown.
    pub shown: Option<usize>,
    pub answer: Answer,
    pub document: Option<DocumentView>,
    /// The sources that places point into.
    pub sources: Vec<SourceView>,
    /// The services that a person can choose: identifier and title.
    pub services: Vec<(String, String)>,
}

/// One recognised thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chip {
    /// Index of the input that held it.
    pub input: usize,
    pub title: String,
    /// What it is about, where that can be said: the provider, the file's name.
    pub detail: String,
    /// What it settles, or why it is left aside; empty for messages.
    pub why: String,
}

/// One thing that was supplied beside the messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    pub title: String,
    /// The file's name, or its size.
    pub detail: String,
    pub tone: Tone,
    /// Used or left aside.
    pub word: String,
    /// What it settled, or why it was left aside: whole sentences.
    pub why: String,
}

/// One message, for choosing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub title: String,
    pub tone: Tone,
    pub word: String,
    /// The request that carried it, where the capture says so.
    pub url: Option<String>,
    pub time: Option<String>,
}

/// The middle column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answer {
    pub verdict: Verdict,
    pub stages: Vec<StageView>,
    pub roles: Vec<RoleView>,
    /// Causes first, then what follows from them, then the rest.
    pub findings: Vec<FindingView>,
    pub needs: Vec<NeedView>,
    /// What is known about the error text, where there is one.
    pub error: Option<ErrorView>,
    /// Titles of the defects that were looked for and not found.
    pub passed: Vec<String>,
    /// How many rules did not apply.
    pub not_applicable: usize,
    /// Titles of rules that could not decide.
    pub open: Vec<String>,
    /// What was supplied beside the messages.
    pub evidence: Vec<EvidenceView>,
}

/// The first thing read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Verdict {
    pub tone: Tone,
    /// One short sentence.
    pub headline: String,
    /// The text that AWS shows, exactly.
    pub quote: Option<String>,
    /// What the quotation is: predicted, or given by the user.
    pub quote_is: String,
    /// How sure, in a word; empty where there is nothing to be sure of.
    pub confidence: String,
    /// Why, in one sentence.
    pub reason: Phrase,
    /// Who can act, in one sentence; may be empty.
    pub who: String,
    /// At which instant and for which service this holds.
    pub terms: Phrase,
}

/// What AWS and others say about an error text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorView {
    pub text: String,
    pub causes: Vec<Phrase>,
    pub remedies: Vec<Phrase>,
    /// With words in capitals, to be filled in.
    pub commands: Vec<String>,
    /// Where the text is documented or was seen.
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageView {
    /// One or two words.
    pub name: String,
    /// What holds when it is passed, as a sentence.
    pub title: String,
    pub tone: Tone,
    /// The tone in a word: passed, failed, cannot tell, does not apply.
    pub word: String,
    /// Indices in `Answer::findings`.
    pub findings: Vec<usize>,
    /// Indices in `Answer::needs`.
    pub needs: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleView {
    pub role: String,
    pub provider: String,
    pub tone: Tone,
    pub word: String,
    pub place: Place,
}

/// One card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingView {
    pub rule: String,
    pub title: String,
    pub tone: Tone,
    /// Error, warning or note.
    pub severity: String,
    pub confidence: String,
    pub stage: String,
    pub message: Phrase,
    pub found: Option<Phrase>,
    pub expected: Option<Phrase>,
    pub owner: Option<String>,
    pub advice: Phrase,
    pub command: Option<String>,
    /// Text to paste, or the lines to change in one.
    pub snippet: Option<String>,
    /// Where to click, by identity provider; the recognised one first.
    pub steps: Vec<Steps>,
    /// Whether the first of `steps` is for the recognised provider.
    pub steps_recognised: bool,
    pub quote: Option<String>,
    pub cites: Vec<CiteView>,
    /// The same characters in every layer, innermost first. Never empty.
    pub places: Vec<Place>,
    pub related: Vec<(Phrase, Place)>,
    /// The line that holds the characters, for the excerpt.
    pub excerpt: Excerpt,
    /// Index of the finding that explains this one.
    pub follows_from: Option<usize>,
}

/// A line of the input with the characters at fault.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Excerpt {
    /// `line 12, column 3`, or what stands for it.
    pub at: String,
    pub before: String,
    pub marked: String,
    pub after: String,
    pub cut_before: bool,
    pub cut_after: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    pub provider: String,
    /// Menu entries, tabs and fields, outermost first.
    pub path: Vec<String>,
    pub text: Phrase,
    /// The labels were read in a guide; otherwise they may differ.
    pub certain: bool,
    /// Something to copy.
    pub snippet: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CiteView {
    pub document: String,
    pub section: String,
    pub quote: String,
}

/// What would help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedView {
    pub title: String,
    /// Complete, with this message's values.
    pub command: Option<String>,
    /// What the output shows and what it is compared with.
    pub compare: String,
    /// Further ways to ask for the same: what each is for, and the text.
    pub queries: Vec<(String, String)>,
    /// Titles of the rules that wait for it.
    pub decides: Vec<String>,
}
