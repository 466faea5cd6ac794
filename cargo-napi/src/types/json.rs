//! `--json`: what a library exports, for tools.
//!
//! ```text
//! file    { format: 1, module: null | { name, site, docs, value: null | type, ts, arkts }, exports: [export], types: [named] }
//! export  { kind: "function", name, namespace, site, docs, overload, async, parameters: [parameter], returns: type, ts, arkts }
//!         { kind: "constant", name, namespace, site, docs, value: null | type, ts, arkts }
//! named   { kind: "object" | "alias" | "enum" | "class", id, name, declared, site, docs, generics: [text], ts, arkts, and
//!           object: extends: [type], fields: [field]; alias: value: null | type; enum: variants: [variant];
//!           class: namespace, extends: [type], members: [member] }
//! parameter { kind: "required" | "optional" | "rest", name, type };  field { name, optional, readonly, type }
//! variant { name, docs, value: text | { number: text } }
//! member  { role, name, site, docs, overload, async, parameters: [parameter], returns: type, ts, arkts }
//! type    { docs, ts, arkts, term: null | term }
//! term    { kind, and what it is of: of, key, value, arguments, result, id, number, length, text, ts, arkts }
//! site    { crate, file, line, column };  ts, arkts: null | text, what is written instead of a type
//! ```
//!
//! Exports and types are in source order.

use anyhow::Result;
use napi_core_meta::Kind;
use napi_core_meta::read::{About, Element, Part, PartKind, Record, Role, Term, VariantValue};
use serde_json::{Map, Value, json};

use super::module::{Export, Exports, Module, NamedType};

/// The module as JSON.
pub(super) fn of(module: &Module) -> Result<String> {
    let (mut exports, mut types) = (Vec::new(), Vec::new());
    collect(module, &module.exports, &mut exports, &mut types);
    let record = module.record.as_ref().map(|record| with(record, json!({ "value": value(record) })));
    let file = json!({ "format": 1, "module": record, "exports": exports, "types": types });
    Ok(serde_json::to_string_pretty(&file)? + "\n")
}

fn collect(module: &Module, of: &Exports, exports: &mut Vec<Value>, types: &mut Vec<Value>) {
    for (_, export) in &of.0 {
        match export {
            Export::Function(overloads) => exports.extend(overloads.iter().map(function)),
            Export::Constant(record) => exports.push(constant(record)),
            Export::Namespace(inner) => collect(module, inner, exports, types),
            Export::Class(id) | Export::Type(id) => types.extend(module.types.get(id).map(named)),
        }
    }
}

/// What all records have, and more.
fn with(record: &Record, more: Value) -> Value {
    let site = &record.site;
    let (krate, file) = site.file.split_once('/').unwrap_or(("", &site.file));
    let about = json!({
        "name": record.name,
        "site": { "crate": krate, "file": file, "line": site.line, "column": site.column },
        "docs": record.about.docs,
        "ts": record.about.ts,
        "arkts": record.about.arkts,
    });
    merged([about, more])
}

fn merged<const N: usize>(objects: [Value; N]) -> Value {
    let fields = objects.into_iter().filter_map(|object| match object {
        Value::Object(fields) => Some(fields),
        _ => None,
    });
    Value::Object(fields.flatten().collect::<Map<_, _>>())
}

fn function(record: &Record) -> Value {
    let kind = json!({ "kind": "function", "namespace": record.namespace, "overload": record.is_overload });
    with(record, merged([kind, signature(record)]))
}

fn signature(record: &Record) -> Value {
    let parameter = |part: &Part| {
        let kind = match part.kind {
            PartKind::Optional => "optional",
            PartKind::Rest => "rest",
            _ => "required",
        };
        json!({ "kind": kind, "name": part.name, "type": type_of(part) })
    };
    let parameters: Vec<_> = record.parameters().map(parameter).collect();
    let unit = json!({ "docs": "", "ts": null, "arkts": null, "term": { "kind": "unit" } });
    let returns = record.returns().map_or(unit, type_of);
    json!({ "async": record.is_async, "parameters": parameters, "returns": returns })
}

fn constant(record: &Record) -> Value {
    with(record, json!({ "kind": "constant", "namespace": record.namespace, "value": value(record) }))
}

fn value(record: &Record) -> Option<Value> {
    record.value().map(type_of)
}

fn type_of(part: &Part) -> Value {
    let About { docs, ts, arkts } = &part.about;
    json!({ "docs": docs, "ts": ts, "arkts": arkts, "term": part.term.as_ref().map(term) })
}

fn named(named: &NamedType) -> Value {
    let record = &named.record;
    let extends: Vec<_> = record.extends().map(type_of).collect();
    let (kind, more) = match record.kind {
        Kind::Object => {
            let fields: Vec<_> = record.fields().map(field).collect();
            ("object", json!({ "extends": extends, "fields": fields }))
        }
        Kind::Enum => ("enum", json!({ "variants": record.variants().map(variant).collect::<Vec<_>>() })),
        Kind::Class => {
            let members: Vec<_> = named.members.iter().map(member).collect();
            ("class", json!({ "namespace": record.namespace, "extends": extends, "members": members }))
        }
        _ => ("alias", json!({ "value": value(record) })),
    };
    let about = json!({ "kind": kind, "id": record.id, "declared": named.exported, "generics": record.generics });
    with(record, merged([about, more]))
}

fn field(part: &Part) -> Value {
    let is_optional = part.kind == PartKind::Optional;
    json!({ "name": part.name, "optional": is_optional, "readonly": part.is_readonly, "type": type_of(part) })
}

fn variant(part: &Part) -> Value {
    let value = match &part.value {
        Some(VariantValue::Number(number)) => json!({ "number": number }),
        Some(VariantValue::String(text)) => json!(text),
        None => Value::Null,
    };
    json!({ "name": part.name, "docs": part.about.docs, "value": value })
}

fn member(record: &Record) -> Value {
    let role = match record.role {
        Some(Role::Constructor) => "constructor",
        Some(Role::Static) => "static",
        Some(Role::Getter) => "getter",
        Some(Role::Setter) => "setter",
        Some(Role::StaticGetter) => "static getter",
        Some(Role::StaticSetter) => "static setter",
        Some(Role::Constant) => "constant",
        Some(Role::Method) | None => "method",
    };
    let role = json!({ "role": role, "overload": record.is_overload });
    with(record, merged([role, signature(record)]))
}

fn term(of: &Term) -> Value {
    let all = |terms: &[Term]| terms.iter().map(term).collect::<Vec<_>>();
    match of {
        Term::Number(number) => json!({ "kind": "number", "number": lower(number) }),
        Term::TypedArray(Element::Number(number)) => json!({ "kind": "typedArray", "number": lower(number) }),
        Term::TypedArray(Element::Clamped) => json!({ "kind": "typedArray", "number": "clamped" }),
        Term::Slice(of) => json!({ "kind": "slice", "of": term(of) }),
        Term::Array(of) => json!({ "kind": "array", "of": term(of) }),
        Term::FixedArray(length, of) => json!({ "kind": "fixedArray", "length": length, "of": term(of) }),
        Term::Tuple(of) => json!({ "kind": "tuple", "of": all(of) }),
        Term::Record(of) => json!({ "kind": "record", "of": term(of) }),
        Term::Map(key, value) => json!({ "kind": "map", "key": term(key), "value": term(value) }),
        Term::Set(of) => json!({ "kind": "set", "of": term(of) }),
        Term::Option(of) => json!({ "kind": "option", "of": term(of) }),
        Term::Union(of) => json!({ "kind": "union", "of": all(of) }),
        Term::Promise(of) => json!({ "kind": "promise", "of": term(of) }),
        Term::IteratorResult(of) => json!({ "kind": "iteratorResult", "of": term(of) }),
        Term::This(of) => json!({ "kind": "this", "of": term(of) }),
        Term::Function(arguments, result) => {
            json!({ "kind": "function", "arguments": term(arguments), "result": term(result) })
        }
        Term::Named(id, arguments) => json!({ "kind": "named", "id": id, "arguments": all(arguments) }),
        Term::Parameter(number) => json!({ "kind": "parameter", "number": number }),
        Term::StringLiteral(text) => json!({ "kind": "stringLiteral", "text": text }),
        Term::NumberLiteral(text) => json!({ "kind": "numberLiteral", "text": text }),
        Term::Literal(ts, arkts) => json!({ "kind": "literal", "ts": ts, "arkts": arkts }),
        leaf => json!({ "kind": leaf_kind(leaf) }),
    }
}

/// `U8` as `u8`.
fn lower(number: &impl std::fmt::Debug) -> String {
    format!("{number:?}").to_lowercase()
}

/// `SharedArrayBuffer` as `sharedArrayBuffer`.
fn leaf_kind(term: &Term) -> String {
    let name = format!("{term:?}");
    let (first, rest) = name.split_at(1);
    first.to_lowercase() + rest
}
