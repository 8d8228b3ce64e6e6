//! How two values that differ resemble each other: the small difference that nobody sees, and the shape of a person's name.
//!
//! It deliberately does not say which of the two is right.

use crate::aws::alphabets::{Alphabet, Length, offending};
use crate::aws::characters::{is_invisible, looks_like_ascii};
use crate::aws::distance;

/// The only thing that tells two values apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    Case,
    WhiteSpace,
    Invisible,
    LookAlike,
    /// Several of the above together.
    Several,
    SlashAtEnd,
    /// `http` and `https`.
    Scheme,
    /// At most two characters.
    Typing,
}

/// What a name that belongs to one person looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Empty,
    Mail,
    /// `EXAMPLE\ana`.
    DomainUser,
    /// `CN=Ana,OU=…`.
    DistinguishedName,
    Uuid,
    Digits,
    /// Words with blanks between them.
    Words,
    /// One word.
    Word,
}

/// In what two names that differ by nature differ besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    Form(Form, Form),
    /// What stands behind the `@`, where both are mail addresses.
    MailDomain(String, String),
    /// Characters that AWS does not allow there, or that are no visible ASCII where it names none: each once.
    Characters(Vec<char>, Vec<char>),
    /// Whether AWS takes a value of that length; the lengths are in code points.
    Length(usize, usize),
}

/// Values of more bytes than this are never near.
const LONGEST: usize = 4096;
/// Shorter values are different words, not typing errors.
const SHORTEST_TYPED: usize = 9;
const TYPOS: usize = 2;
/// Most code points of a value of an alphabet that is not known (SAML core 8.3.7, for persistent identifiers).
const MOST_OF_NAME_ID: usize = 256;

impl Near {
    /// A stable identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::WhiteSpace => "white-space",
            Self::Invisible => "invisible",
            Self::LookAlike => "look-alike",
            Self::Several => "several",
            Self::SlashAtEnd => "slash-at-end",
            Self::Scheme => "scheme",
            Self::Typing => "typing",
        }
    }
}

impl Form {
    pub fn of(value: &str) -> Self {
        let is_uuid = || {
            let digits = value.bytes().filter(|byte| byte.is_ascii_hexdigit()).count();
            value.len() == 36 && digits == 32 && value.bytes().filter(|byte| *byte == b'-').count() == 4
        };
        if value.trim().is_empty() {
            Self::Empty
        } else if mail_domain(value).is_some() {
            Self::Mail
        } else if value.contains('\\') {
            Self::DomainUser
        } else if value.contains('=') && value.contains(',') {
            Self::DistinguishedName
        } else if is_uuid() {
            Self::Uuid
        } else if value.bytes().all(|byte| byte.is_ascii_digit()) {
            Self::Digits
        } else if value.trim().contains(char::is_whitespace) {
            Self::Words
        } else {
            Self::Word
        }
    }

    /// A stable identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Mail => "mail-address",
            Self::DomainUser => "domain-user",
            Self::DistinguishedName => "distinguished-name",
            Self::Uuid => "uuid",
            Self::Digits => "digits",
            Self::Words => "words",
            Self::Word => "word",
        }
    }
}

impl Shape {
    /// A stable identifier.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Form(..) => "form",
            Self::MailDomain(..) => "mail-domain",
            Self::Characters(..) => "characters",
            Self::Length(..) => "length",
        }
    }
}

/// What alone tells two different values apart. `typed`: whether two characters may be a typing error; two people's names
/// are often as close.
pub fn near(a: &str, b: &str, typed: bool) -> Option<Near> {
    if a == b || a.len().max(b.len()) > LONGEST {
        return None;
    }
    let same = |change: &dyn Fn(&str) -> String| change(a) == change(b);
    let bare = |value: &str| value.trim_end_matches('/').to_owned();
    let any_scheme = |value: &str| match value.split_once("://") {
        Some(("http" | "https", rest)) => rest.to_owned(),
        _ => value.to_owned(),
    };
    if same(&|value| value.chars().filter(|c| !c.is_ascii_whitespace()).collect()) {
        Some(Near::WhiteSpace)
    } else if same(&seen) {
        Some(Near::Invisible)
    } else if same(&|value| value.chars().map(|c| looks_like_ascii(c).unwrap_or(c)).collect()) {
        Some(Near::LookAlike)
    } else if same(&str::to_lowercase) {
        Some(Near::Case)
    } else if same(&|value| {
        seen(value).chars().map(|c| looks_like_ascii(c).unwrap_or(c)).collect::<String>().to_lowercase()
    }) {
        Some(Near::Several)
    } else if same(&bare) && !a.is_empty() && !b.is_empty() {
        Some(Near::SlashAtEnd)
    } else if same(&any_scheme) {
        Some(Near::Scheme)
    } else {
        let long = |value: &str| value.chars().count() >= SHORTEST_TYPED && Form::of(value) != Form::Digits;
        (typed && long(a) && long(b) && distance::within(a, b, TYPOS)).then_some(Near::Typing)
    }
}

/// The value without blanks and without what cannot be seen.
fn seen(value: &str) -> String {
    value.chars().filter(|&c| !is_invisible(c) && !c.is_ascii_whitespace()).collect()
}

/// The differences of shape between two names. `alphabet`: what AWS allows there; `None`: it names nothing.
pub fn shapes(a: &str, b: &str, alphabet: Option<Alphabet>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let (form_a, form_b) = (Form::of(a), Form::of(b));
    if form_a != form_b {
        shapes.push(Shape::Form(form_a, form_b));
    }
    if let (Some(domain_a), Some(domain_b)) = (mail_domain(a), mail_domain(b))
        && domain_a != domain_b
    {
        shapes.push(Shape::MailDomain(domain_a.to_owned(), domain_b.to_owned()));
    }
    let (odd_a, odd_b) = (odd(a, alphabet), odd(b, alphabet));
    if odd_a.iter().any(|c| !odd_b.contains(c)) || odd_b.iter().any(|c| !odd_a.contains(c)) {
        shapes.push(Shape::Characters(odd_a, odd_b));
    }
    if fits(a, alphabet) != fits(b, alphabet) {
        shapes.push(Shape::Length(a.chars().count(), b.chars().count()));
    }
    shapes
}

fn fits(value: &str, alphabet: Option<Alphabet>) -> bool {
    match alphabet {
        Some(alphabet) => matches!(alphabet.length(value), Length::Fits | Length::Disputed { .. }),
        None => value.chars().count() <= MOST_OF_NAME_ID,
    }
}

/// The characters that stand out, each once; the first few.
fn odd(value: &str, alphabet: Option<Alphabet>) -> Vec<char> {
    let mut odd = Vec::new();
    let all: Vec<char> = match alphabet {
        Some(alphabet) => offending(alphabet, value).into_iter().map(|(_, c)| c).collect(),
        None => value.chars().filter(|c| !c.is_ascii_graphic()).collect(),
    };
    for c in all {
        if odd.len() < 8 && !odd.contains(&c) {
            odd.push(c);
        }
    }
    odd
}

/// What stands behind the only `@` of a value without blanks.
fn mail_domain(value: &str) -> Option<&str> {
    let (user, domain) = value.trim().split_once('@')?;
    let whole = !user.is_empty() && !domain.is_empty() && !domain.contains('@');
    (whole && !value.trim().contains(char::is_whitespace)).then_some(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_alone_tells_them_apart_is_named() {
        for (a, b, expected) in [
            ("ana", "ana", None),
            ("Ana.Lopez", "ana.lopez", Some(Near::Case)),
            ("urn:amazon:webservices", " urn:amazon:webservices\n", Some(Near::WhiteSpace)),
            ("ana\u{200b}", "ana", Some(Near::Invisible)),
            ("a\u{a0}b", "a b", Some(Near::Invisible)),
            ("\u{430}na", "ana", Some(Near::LookAlike)),
            ("\u{430}NA ", "ana", Some(Near::Several)),
            ("https://idp.example.com/", "https://idp.example.com", Some(Near::SlashAtEnd)),
            ("http://idp.example.com", "https://idp.example.com", Some(Near::Scheme)),
            ("urn:amazon:webservice", "urn:amazon:webservices", Some(Near::Typing)),
            ("28800", "14400", None),
            ("999999999900", "999999999990", None),
            ("/", "", None),
            ("https://idp.example.com", "https://other.example.org", None),
        ] {
            assert_eq!(near(a, b, true), expected, "{a:?} {b:?}");
        }
        assert_eq!(near("ana.lopez1@example.com", "ana.lopez2@example.com", false), None);
        let long = "a".repeat(LONGEST + 1);
        assert_eq!(near(&long, &format!("{long} "), true), None);
    }

    #[test]
    fn shapes_of_names_differ_where_aws_or_a_reader_would_notice() {
        use super::Form as F;
        use Shape::*;
        let name = Some(Alphabet::RoleSessionName);
        let cases: [(&str, &str, Vec<Shape>); 8] = [
            ("ana@example.com", "bo@example.com", vec![]),
            ("ana@example.com", "bo", vec![Form(F::Mail, F::Word)]),
            (
                "ana@example.com",
                "bo@example.org",
                vec![MailDomain("example.com".into(), "example.org".into())],
            ),
            ("ana", "EXAMPLE\\bo", vec![Form(F::Word, F::DomainUser), Characters(vec![], vec!['\\'])]),
            ("ana", "Bo Li", vec![Form(F::Word, F::Words), Characters(vec![], vec![' '])]),
            ("m\u{fc}ller", "\u{f6}zt\u{fc}rk", vec![Characters(vec!['\u{fc}'], vec!['\u{f6}', '\u{fc}'])]),
            ("ana", "b", vec![Length(3, 1)]),
            ("12345", "ana", vec![Form(F::Digits, F::Word)]),
        ];
        for (a, b, expected) in cases {
            assert_eq!(shapes(a, b, name), expected, "{a} {b}");
        }
        assert_eq!(F::of("0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"), F::Uuid);
        assert_eq!(F::of("CN=Ana,OU=People"), F::DistinguishedName);
        assert_eq!(shapes("ana", &"b".repeat(300), None), [Length(3, 300)]);
    }
}
