//! `cargo xtask new-rule`: a new rule from the template, listed in its family.
//!
//! It deliberately writes no content for the rule: every place that needs thought says `TEMPLATE`, and a test refuses
//! that word among the rules.

use std::fs;

use crate::Result;
use crate::process::{cargo, quiet, root};

const TEMPLATE: &str = include_str!("../templates/rule.rs");
const RULES: &str = "core/src/rules";

pub fn run(family: &str, name: &str) -> Result {
    let rules = root().join(RULES);
    let name = identifier(name)?;
    let list = rules.join(family).join("mod.rs");
    let text = fs::read_to_string(&list).map_err(|_| {
        format!(
            "there is no family `{family}` with a {RULES}/{family}/mod.rs; the families: {}",
            families().join(", ")
        )
    })?;
    let path = rules.join(family).join(format!("{name}.rs"));
    if path.exists() {
        return Err(format!("{RULES}/{family}/{name}.rs is there already"));
    }
    let listed = listed(&text, &name).map_err(|error| format!("{RULES}/{family}/mod.rs: {error}"))?;
    let rule = TEMPLATE.replace("RULE-ID", &name.replace('_', "-"));
    fs::write(&path, rule)
        .and_then(|()| fs::write(&list, listed))
        .map_err(|error| format!("cannot write the rule: {error}"))?;
    quiet(cargo(&["fmt", "--package", "samlens-core"]))?;
    println!("{RULES}/{family}/{name}.rs: fill in what says TEMPLATE, then `cargo xtask test --native`");
    Ok(())
}

/// The module's name: the rule's id with underscores.
fn identifier(name: &str) -> Result<String> {
    let name = name.replace('-', "_");
    let plain =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if name.starts_with(|c: char| c.is_ascii_lowercase()) && name.split('_').all(plain) {
        Ok(name)
    } else {
        Err(format!(
            "`{name}` is no name for a rule: lower-case words joined by hyphens, such as audience-mismatch"
        ))
    }
}

fn families() -> Vec<String> {
    let entries = fs::read_dir(root().join(RULES)).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().join("mod.rs").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The family's file with the rule among its modules and in its `RULES`; rustfmt breaks the lines.
fn listed(text: &str, name: &str) -> Result<String> {
    let lead = "RULES: &[&Rule] = &[";
    let (head, rest) = text.split_once(lead).ok_or(format!("there is no `{lead}`"))?;
    let (list, tail) = rest.split_once("];").ok_or("the list RULES has no end")?;
    if list.contains("//") {
        return Err("the list RULES holds a comment: add the rule there by hand".to_owned());
    }
    let mut rules: Vec<String> = entries(list.split(','));
    insert(&mut rules, format!("&{name}::RULE"));

    let (mut modules, others): (Vec<&str>, Vec<&str>) =
        head.lines().partition(|line| line.starts_with("mod "));
    let module = format!("mod {name};");
    modules.push(&module);
    modules.sort_unstable();
    let comment = others.iter().take_while(|line| line.starts_with("//!")).count();
    let (comment, code) = others.split_at(comment);
    let code = code.join("\n");
    Ok(format!(
        "{}\n\n{}\n\n{}{lead}\n{},\n];{tail}",
        comment.join("\n"),
        modules.join("\n"),
        code.trim_start(),
        rules.join(",\n")
    ))
}

fn entries<'a>(list: impl Iterator<Item = &'a str>) -> Vec<String> {
    list.map(str::trim).filter(|entry| !entry.is_empty()).map(str::to_owned).collect()
}

/// Inserts where it sorts; at the end of a list that has another order.
fn insert(list: &mut Vec<String>, entry: String) {
    let at = if list.is_sorted() { list.partition_point(|other| *other < entry) } else { list.len() };
    list.insert(at, entry);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(modules: &str, rules: &str) -> String {
        format!(
            "//! Roles.\n\n{modules}\n\nuse crate::lint::Rule;\n\n/// All.\npub static RULES: &[&Rule] = &[{rules}];\n"
        )
    }

    #[test]
    fn a_rule_is_listed_where_it_sorts_or_last() {
        let cases = [
            ("", "", "m", "mod m;", "\n&m::RULE,\n"),
            ("mod b;", "&b::RULE", "a", "mod a;\nmod b;", "\n&a::RULE,\n&b::RULE,\n"),
            ("mod b;", "&b::RULE", "c", "mod b;\nmod c;", "\n&b::RULE,\n&c::RULE,\n"),
            (
                "mod a;\nmod c;",
                "\n    &a::RULE,\n    &c::RULE,\n",
                "b",
                "mod a;\nmod b;\nmod c;",
                "\n&a::RULE,\n&b::RULE,\n&c::RULE,\n",
            ),
            // A list with an order of its own keeps it.
            (
                "mod a;\nmod c;",
                "&c::RULE, &a::RULE",
                "b",
                "mod a;\nmod b;\nmod c;",
                "\n&c::RULE,\n&a::RULE,\n&b::RULE,\n",
            ),
        ];
        for (modules, rules, name, new_modules, new_rules) in cases {
            let listed = listed(&family(modules, rules), name).unwrap();
            assert_eq!(listed, family(new_modules, new_rules));
        }
    }

    #[test]
    fn a_family_that_cannot_be_read_is_left_alone() {
        for text in [
            "",
            "//! Roles.\n",
            "pub static RULES: &[&Rule] = &[\n",
            "pub static RULES: &[&Rule] = &[\n// why\n];",
        ] {
            assert!(listed(text, "a").is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_is_words_of_lower_case() {
        assert_eq!(identifier("audience-mismatch").as_deref(), Ok("audience_mismatch"));
        for name in ["", "-a", "a-", "a--b", "Role", "../x", "1a"] {
            assert!(identifier(name).is_err(), "{name}");
        }
    }

    #[test]
    fn no_rule_still_holds_the_text_of_the_template() {
        let mut directories = vec![root().join(RULES)];
        while let Some(directory) = directories.pop() {
            for entry in fs::read_dir(&directory).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    directories.push(path);
                } else {
                    let text = fs::read_to_string(&path).unwrap();
                    assert!(!text.contains("TEMPLATE"), "{} is not filled in", path.display());
                }
            }
        }
    }
}
