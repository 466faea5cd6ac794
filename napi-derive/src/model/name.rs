//! The names that JavaScript sees.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;

/// An identifier as text, without `r#`.
pub(crate) fn plain(ident: &Ident) -> String {
    ident.unraw().to_string()
}

/// How the names of fields and variants are written in JavaScript.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
    /// As in Rust.
    None,
}

impl Case {
    /// What `rename_all` calls them: each name is written in the case that it means.
    pub(crate) const NAMES: [(&str, Case); 9] = [
        ("camelCase", Case::Camel),
        ("snake_case", Case::Snake),
        ("kebab-case", Case::Kebab),
        ("PascalCase", Case::Pascal),
        ("lowercase", Case::Lower),
        ("UPPERCASE", Case::Upper),
        ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
        ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
        ("none", Case::None),
    ];

    pub(crate) fn find(name: &str) -> Option<Case> {
        Case::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, case)| case)
    }

    /// The name of a field, which is in snake case; underscores before it stay.
    pub(crate) fn field(self, ident: &Ident) -> String {
        let name = plain(ident);
        let rest = name.trim_start_matches('_');
        let underscores = &name[..name.len() - rest.len()];
        match self {
            Case::None => name,
            Case::Camel => camel_case(ident),
            case => format!("{underscores}{}", case.join(rest.split('_').map(str::to_owned).collect())),
        }
    }

    /// The name of a variant, which is in Pascal case.
    pub(crate) fn variant(self, ident: &Ident) -> String {
        let name = plain(ident);
        if self == Case::None {
            return name;
        }
        let mut words: Vec<String> = Vec::new();
        for letter in name.chars() {
            match words.last_mut() {
                Some(word) if !letter.is_uppercase() => word.push(letter),
                _ => words.push(letter.to_string()),
            }
        }
        self.join(words)
    }

    fn join(self, words: Vec<String>) -> String {
        let words = words.into_iter().enumerate().map(|(index, word)| match self {
            Case::Upper | Case::ScreamingSnake | Case::ScreamingKebab => word.to_uppercase(),
            Case::Camel if index > 0 => capitalized(&word),
            Case::Pascal => capitalized(&word),
            _ => word.to_lowercase(),
        });
        let separator = match self {
            Case::Snake | Case::ScreamingSnake => "_",
            Case::Kebab | Case::ScreamingKebab => "-",
            _ => "",
        };
        words.collect::<Vec<_>>().join(separator)
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}

/// The default name of an exported function: `read_file` is `readFile`, and `_read_file` is `_readFile`.
pub(crate) fn camel_case(ident: &Ident) -> String {
    let name = plain(ident);
    let words = name.trim_start_matches('_');
    let underscores = &name[..name.len() - words.len()];
    let mut words = words.split('_');
    let first = words.next().unwrap_or_default();
    words.fold(format!("{underscores}{first}"), |mut camel, word| {
        let mut letters = word.chars();
        camel.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        camel.push_str(letters.as_str());
        camel
    })
}

/// What JavaScript calls the symbols of the language, as properties of `Symbol`: those of `WellKnownSymbol`.
pub(crate) const SYMBOLS: [&str; 15] = [
    "iterator",
    "asyncIterator",
    "dispose",
    "asyncDispose",
    "hasInstance",
    "toPrimitive",
    "toStringTag",
    "isConcatSpreadable",
    "match",
    "matchAll",
    "replace",
    "search",
    "split",
    "species",
    "unscopables",
];

/// What JavaScript calls a member that has this symbol for its name.
pub(crate) fn of_symbol(symbol: &str) -> String {
    format!("[Symbol.{symbol}]")
}

/// The symbol that was most likely meant: by `Symbol.iterator`, `async_iterator`, `itertor`.
pub(crate) fn closest_symbol(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches("[Symbol.").trim_start_matches("Symbol.").trim_end_matches(']');
    let text = text.replace('_', "").to_lowercase();
    closest(SYMBOLS, &text, |symbol| symbol.to_lowercase())
}

/// The name with two slips or fewer, as `nmae` is `name`; `foo` suggests nothing.
pub(crate) fn closest<T: Copy, N: AsRef<str>>(
    known: impl IntoIterator<Item = T>,
    text: &str,
    name: impl Fn(T) -> N,
) -> Option<T> {
    let distances = known.into_iter().map(|known| (edit_distance(text, name(known).as_ref()), known));
    let near = distances.filter(|&(distance, _)| distance <= 2);
    near.min_by_key(|&(distance, _)| distance).map(|(_, known)| known)
}

/// Levenshtein distance: how many characters to insert, delete or replace.
fn edit_distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.chars().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
