//! `declare_rule!`: a rule's page and data in one place.
//!
//! A plain `macro_rules!`: no macro crate, no registration at start-up. A missing field does not compile.

/// Declares `RULE` for the function `check` of the same file. The doc comment is the rule's reference page, whose
/// fences are its tests.
#[macro_export]
macro_rules! declare_rule {
    (
        $(#[doc = $doc:literal])+
        $id:literal {
            title: $title:literal,
            severity: $severity:ident,
            stage: $stage:ident,
            needs: [$($need:literal),* $(,)?],
            explains: [$($explained:literal),* $(,)?],
            cites: [$(($document:literal, $section:literal, $quote:literal)),+ $(,)?],
            predicts: [$($error:literal),* $(,)?] $(,)?
        }
    ) => {
        pub static RULE: $crate::lint::Rule = $crate::lint::Rule {
            id: $id,
            title: $title,
            severity: $crate::lint::Severity::$severity,
            stage: $crate::aws::stages::Stage::$stage,
            needs: &[$($need),*],
            explains: &[$($explained),*],
            cites: &[$($crate::lint::Cite { document: $document, section: $section, quote: $quote }),+],
            predicts: &[$($error),*],
            page: if cfg!(feature = "pages") { concat!($($doc, "\n"),+) } else { "" },
            file: file!(),
            check,
        };
    };
}
