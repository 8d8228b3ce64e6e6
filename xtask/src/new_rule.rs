//! `cargo xtask new-rule`: a new rule from the template, listed in its family.
//!
//! It deliberately writes no content for the rule: every place that needs thought says `TEMPLATE`, and a test refuses
//! that word among the rules.

use std::fs;

use crate::Result;
use crate::process::root;

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
    let rule = TEMPLATE.replace("TEMPLATE-ID", &name.replace('_', "-"));
    fs::write(&path, rule)
        .and_then(|()| fs::write(&list, listed))
        .map_err(|error| format!("cannot write the rule: {error}"))?;
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

/// The family's file with the rule among its modules and in its `RULES`, each list in alphabetical order.
fn listed(text: &str, name: &str) -> Result<String> {
    let text = text.replace("&[&Rule] = &[];", "&[&Rule] = &[\n];");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let start = lines
        .iter()
        .position(|line| line.contains("RULES: &[&Rule] = &["))
        .ok_or("there is no line `pub static RULES: &[&Rule] = &[`")?;
    let end = lines
        .iter()
        .skip(start)
        .position(|line| line.trim() == "];")
        .map(|after| start + after)
        .ok_or("the list RULES has no closing `];` on a line of its own")?;
    // The later list first: an insertion moves what follows it.
    insert(&mut lines, start + 1, end, format!("    &{name}::RULE,"));
    let modules: Vec<usize> =
        (0..start).filter(|at| lines.get(*at).is_some_and(|line| line.starts_with("mod "))).collect();
    match (modules.first(), modules.last()) {
        (Some(first), Some(last)) => insert(&mut lines, *first, last + 1, format!("mod {name};")),
        _ => {
            // A family's first rule: its module goes after the file's own comment.
            let at = lines.iter().position(|line| !line.starts_with("//!")).unwrap_or(0);
            lines.splice(at..at, [String::new(), format!("mod {name};")]);
        }
    }
    Ok(lines.join("\n") + "\n")
}

/// Inserts before the first line between `start` and `end` that sorts after it.
fn insert(lines: &mut Vec<String>, start: usize, end: usize, line: String) {
    let at = (start..end).find(|at| lines.get(*at).is_some_and(|other| *other > line)).unwrap_or(end);
    lines.insert(at, line);
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAMILY: &str = "//! Roles.\n\nuse crate::lint::Rule;\n\nmod role_missing;\nmod role_spaced;\n\n/// All.\npub static RULES: &[&Rule] = &[\n    &role_missing::RULE,\n    &role_spaced::RULE,\n];\n";

    #[test]
    fn a_rule_is_listed_in_order() {
        let cases = [
            (
                "role_order",
                "mod role_missing;\nmod role_order;\nmod role_spaced;\n",
                "    &role_missing::RULE,\n    &role_order::RULE,\n    &role_spaced::RULE,\n];",
            ),
            (
                "role_a",
                "mod role_a;\nmod role_missing;\n",
                "&[\n    &role_a::RULE,\n    &role_missing::RULE,\n",
            ),
            (
                "role_z",
                "mod role_spaced;\nmod role_z;\n",
                "    &role_spaced::RULE,\n    &role_z::RULE,\n];\n",
            ),
        ];
        for (name, modules, rules) in cases {
            let listed = listed(FAMILY, name).unwrap();
            assert!(listed.contains(modules) && listed.contains(rules), "{listed}");
        }
    }

    #[test]
    fn the_first_rule_of_a_family_is_listed_too() {
        let empty = "//! New.\n\nuse crate::lint::Rule;\n\npub static RULES: &[&Rule] = &[];\n";
        let expected = "//! New.\n\nmod first;\n\nuse crate::lint::Rule;\n\npub static RULES: &[&Rule] = &[\n    &first::RULE,\n];\n";
        assert_eq!(listed(empty, "first").unwrap(), expected);
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
