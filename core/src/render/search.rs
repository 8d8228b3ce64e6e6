//! Finds the reference pages that fit what somebody asks: an identifier, words, a question, or a pasted error text.
//!
//! It deliberately compares words alone, without their endings and in any order, and knows no grammar. A word that few
//! pages have counts for more; one that no page has may have been mistyped.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::provider_page::of_provider;
use super::topic::{Entry, of_error, of_question, of_rule};
use crate::aws::distance;
use crate::aws::errors::{self, matching};
use crate::aws::questions::{self, Question};
use crate::idp;
use crate::order::{self, Gather as _};
use crate::rules;

const ERRORS: &str = "Errors of AWS";
const QUESTIONS: &str = "Questions";
const PROVIDERS: &str = "Identity providers";

/// The pages that fit, in groups, the best of each group first. A pasted error text finds its errors, whatever stands
/// around it; without words there is everything.
pub fn search(asked: &str) -> Vec<(&'static str, Vec<Entry>)> {
    let pages = pages();
    let found = found(asked, &pages);
    let mut groups: Vec<(&'static str, Vec<(usize, Entry)>)> = Vec::new();
    for (page, score) in pages.iter().zip(found) {
        let Some(score) = score else { continue };
        match groups.iter_mut().find(|(title, _)| *title == page.group) {
            Some((_, entries)) => entries.push((score, page.entry)),
            None => groups.push((page.group, vec![(score, page.entry)])),
        }
    }
    let best_first = |(title, mut entries): (_, Vec<(usize, Entry)>)| {
        order::by_key(&mut entries, |(score, _)| [usize::MAX.saturating_sub(*score), 0]);
        (title, entries.into_iter().map(|(_, entry)| entry).collect())
    };
    groups.into_iter().map(best_first).collect()
}

/// The question that somebody asks, if they ask one: an error text alone asks nothing.
pub fn question(asked: &str) -> Option<&'static Question> {
    if stems([asked]).is_empty() {
        return None;
    }
    let pages = pages();
    let found = found(asked, &pages);
    let scored = pages.iter().zip(found).filter_map(|(page, score)| Some((score?, page)));
    // Of equals the first, so that the order of the catalogue decides.
    let best = scored.filter(|(_, page)| page.group == QUESTIONS).rev().max_by_key(|(score, _)| *score);
    best.and_then(|(_, page)| questions::by_id(page.entry.id))
}

/// A page as the search sees it.
struct Page {
    group: &'static str,
    entry: Entry,
    /// The words of its title and identifier.
    title: BTreeSet<String>,
    /// Other names of the same: codes, variants, other wordings.
    names: BTreeSet<String>,
    /// The words of its text.
    text: BTreeSet<String>,
}

fn pages() -> Vec<Page> {
    let page = |group, entry: Entry, names: Vec<&str>, text: &[&str]| Page {
        group,
        entry,
        title: stems([entry.id, entry.title]),
        names: stems(names),
        text: stems(text.iter().copied()),
    };
    let errors = errors::catalogue().map(|error| {
        let names = error.variants.iter().chain(error.other_codes).copied().chain(error.code).collect();
        page(ERRORS, of_error(error), names, error.causes)
    });
    let questions = questions::all()
        .map(|question| page(QUESTIONS, of_question(question), question.asked.to_vec(), question.answer));
    let rules = rules::FAMILIES.iter().flat_map(|family| {
        family.rules.iter().map(move |rule| page(family.title, of_rule(rule), Vec::new(), &[]))
    });
    let providers = idp::providers().map(|provider| page(PROVIDERS, of_provider(provider), Vec::new(), &[]));
    errors.chain(questions).chain(rules).chain(providers).collect()
}

/// How well each page fits; `None` where it does not.
fn found(asked: &str, pages: &[Page]) -> Vec<Option<usize>> {
    let lower = asked.to_lowercase();
    let typed: Vec<&str> = lower.split_whitespace().collect();
    let recognised = matching::recognise(asked);
    let beside = beside(asked, &recognised);
    let wanted = wanted(asked, pages);
    let whole: usize = wanted.iter().map(|word| word.weight).sum();
    let named = |page: &Page| page.entry.id.eq_ignore_ascii_case(asked.trim());
    let is_name = pages.iter().any(named);
    pages
        .iter()
        .map(|page| {
            if is_name {
                return named(page).then_some(usize::MAX);
            }
            if recognised.iter().any(|found| found.error.id == page.entry.id) {
                return Some(usize::MAX);
            }
            let asks = recognised.is_empty()
                || beside.iter().any(|word| page.title.contains(word) || page.names.contains(word));
            if !asks {
                return None;
            }
            let name = format!("{} {}", page.entry.id, page.entry.title).to_lowercase();
            if typed.iter().all(|word| name.contains(word)) {
                return Some(usize::MAX);
            }
            let (mut covered, mut score) = (0_usize, 0_usize);
            for word in &wanted {
                // In halves: what only stands in the text says less.
                let (share, value) = match () {
                    () if word.is_in(&page.title) => (2, 3),
                    () if word.is_in(&page.names) => (2, 2),
                    () if word.is_in(&page.text) => (1, 1),
                    () => (0, 0),
                };
                covered = covered.saturating_add(word.weight.saturating_mul(share));
                score = score.saturating_add(word.weight.saturating_mul(value));
            }
            // Three fifths of what was asked for.
            let enough = whole > 0 && covered.saturating_mul(5) >= whole.saturating_mul(6);
            enough.then_some(score)
        })
        .collect()
}

/// The words that stand neither in a recognised error text nor in what a program reports around it.
fn beside(asked: &str, recognised: &[matching::Match<'_>]) -> BTreeSet<String> {
    let mut taken: Vec<_> = recognised
        .iter()
        .flat_map(|found| {
            std::iter::once(found.range.clone())
                .chain(found.reports.iter().map(|report| report.range.clone()))
        })
        .collect();
    order::by_key(&mut taken, |range| [range.start, 0]);
    let mut rest = Vec::new();
    let mut at = 0;
    for range in taken {
        rest.extend(asked.get(at..range.start.max(at)));
        at = at.max(range.end);
    }
    rest.extend(asked.get(at..));
    stems(rest)
}

/// A word that was asked for.
struct Wanted {
    /// The word, or those that it may have been meant for.
    stems: BTreeSet<String>,
    /// How much it tells, from 1.
    weight: usize,
}

impl Wanted {
    fn is_in(&self, words: &BTreeSet<String>) -> bool {
        self.stems.iter().any(|stem| words.contains(stem))
    }
}

/// More words than anybody types to ask something; a long paste is recognised by its error texts.
const MOST_WORDS: usize = 60;

fn wanted(asked: &str, pages: &[Page]) -> Vec<Wanted> {
    let mut pages_with: BTreeMap<&str, usize> = BTreeMap::new();
    for page in pages {
        let words: BTreeSet<&String> = page.title.iter().chain(&page.names).chain(&page.text).gathered();
        for word in words {
            let count = pages_with.entry(word).or_default();
            *count = count.saturating_add(1);
        }
    }
    let stems = stems([asked]).into_iter().take(MOST_WORDS);
    stems
        .map(|stem| {
            let stems = meant(stem, &pages_with);
            let common = stems.iter().filter_map(|stem| pages_with.get(stem.as_str())).max().copied();
            // The logarithm of how rare it is.
            let weight = (pages.len() / common.unwrap_or(1).max(1)).max(1).ilog2() as usize;
            Wanted { stems, weight: weight.saturating_add(1) }
        })
        .collect()
}

/// A word that no page has: the words that begin with it, or else those that differ by a typing error.
fn meant(stem: String, known: &BTreeMap<&str, usize>) -> BTreeSet<String> {
    let length = stem.chars().count();
    if known.contains_key(stem.as_str()) || length < 3 {
        return std::iter::once(stem).gathered();
    }
    let later = known.range::<str, _>((Bound::Included(stem.as_str()), Bound::Unbounded));
    let longer = later.map(|(word, _)| *word).take_while(|word| word.starts_with(&stem));
    let mut near: BTreeSet<String> = longer.map(str::to_owned).gathered();
    if near.is_empty() && length >= 5 {
        let limit = if length < 8 { 1 } else { 2 };
        near.extend(
            known.keys().filter(|word| distance::within(word, &stem, limit)).map(|&word| word.to_owned()),
        );
    }
    if near.is_empty() {
        near.insert(stem);
    }
    near
}

/// The words of texts that say something, without their endings.
fn stems<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for text in texts {
        let text: String = text.chars().map(|c| if matches!(c, '’' | '‘') { '\'' } else { c }).collect();
        let lower = text.to_lowercase();
        for word in lower.split(|c: char| !(c.is_alphanumeric() || c == '\'')) {
            let word = word.split('\'').next().unwrap_or_default();
            if !word.is_empty() && !COMMON.contains(&word) {
                found.insert(stem(word).to_owned());
            }
        }
    }
    found
}

/// `rotates`, `rotated`, `rotating` and `rotate` are one word.
fn stem(word: &str) -> &str {
    let word = match word.strip_suffix('s') {
        Some(one) if word.len() > 3 && !one.ends_with('s') => one,
        _ => word,
    };
    let word = ["ing", "ed"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|rest| rest.len() > 2)
        .unwrap_or(word);
    word.strip_suffix('e').filter(|rest| rest.len() > 2).unwrap_or(word)
}

/// Words that say nothing of what is asked, in order.
const COMMON: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "cannot", "could",
    "did", "do", "does", "doesn", "don", "for", "from", "get", "give", "had", "has", "have", "he", "help",
    "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "need", "no", "not", "of", "on", "or",
    "our", "please", "she", "should", "so", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "to", "up", "us", "use", "using", "was", "we", "were", "what", "when", "where", "which", "while",
    "who", "why", "will", "with", "won", "would", "you", "your",
];

#[cfg(test)]
mod tests;
