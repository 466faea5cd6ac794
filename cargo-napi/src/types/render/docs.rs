//! Documentation as JSDoc.

use napi_core_meta::read::{PartKind, Record};

/// The comment of a record: its documentation, and that of its arguments and its result, by the names that they have here.
pub(super) fn of_record<'n>(record: &Record, arguments: impl Iterator<Item = &'n String>) -> String {
    let mut docs = record.about.docs.clone();
    let mut tags = Vec::new();
    for (part, name) in record.parameters().zip(arguments) {
        tags.push((format!("@param {name}"), &part.about.docs));
    }
    let result = record.parts.iter().filter(|part| matches!(part.kind, PartKind::Returns | PartKind::Value));
    tags.extend(result.map(|part| ("@returns".to_owned(), &part.about.docs)));
    tags.retain(|(_, docs)| !docs.is_empty());
    if !docs.is_empty() && !tags.is_empty() {
        docs.push_str("\n\n");
    }
    let tags: Vec<_> = tags.into_iter().map(|(tag, docs)| format!("{tag} {docs}")).collect();
    comment(&(docs + &tags.join("\n")))
}

/// A comment, or nothing.
pub(super) fn comment(docs: &str) -> String {
    let docs = docs.replace("*/", "*\\/");
    if docs.is_empty() {
        return String::new();
    }
    if !docs.contains('\n') {
        return format!("/** {docs} */\n");
    }
    let lines: String = docs.lines().map(|line| format!(" * {line}").trim_end().to_owned() + "\n").collect();
    format!("/**\n{lines} */\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments() {
        assert_eq!(comment(""), "");
        assert_eq!(comment("Adds."), "/** Adds. */\n");
        assert_eq!(comment("Ends */ here"), "/** Ends *\\/ here */\n");
        assert_eq!(comment("One\n\n  - two"), "/**\n * One\n *\n *   - two\n */\n");
    }
}
