//! What the writing side writes.

use napi_core_meta::Kind;
use napi_core_meta::read::{Element, Number, PartKind, Record, Role, Term, VariantValue, records};
use napi_core_meta::term::{Cat, tag, text};

use super::sample::{self, record};

fn one(section: Vec<u8>) -> Record {
    let mut records = records(&section).expect("a good record");
    assert_eq!(records.len(), 1);
    records.remove(0)
}

/// The type of a constant with these terms.
fn constant(terms: impl napi_core_meta::Term) -> Term {
    let record = one(record!(Constant, "name A\nsite 1 2 3 4 a/b.rs\nvalue\n", terms));
    record.value().and_then(|value| value.term.clone()).expect("a term")
}

#[test]
fn a_function() {
    let record = one(sample::add());
    assert_eq!((record.kind, record.name.as_str(), record.is_overload), (Kind::Function, "add", true));
    let site = &record.site;
    assert_eq!((site.line, site.column, site.name_line, site.name_column), (3, 1, 5, 8));
    assert_eq!(site.file, "addon/src/lib.rs");
    assert_eq!(record.about.docs, "As it\nstands: \\n.\nAdds.\n\nTwice \\n.");
    let parameters: Vec<_> =
        record.parameters().map(|part| (part.kind, part.name.as_str(), part.term.clone())).collect();
    let expected = [
        (PartKind::Parameter, "a", Some(Term::Number(Number::F64))),
        (PartKind::Optional, "b", Some(Term::Option(Term::Number(Number::I32).into()))),
        (PartKind::Rest, "more", Some(Term::String)),
    ];
    assert_eq!(parameters, expected);
    let returns = record.returns().expect("a result");
    assert_eq!(returns.about.docs, "the sum");
    assert_eq!(returns.term, Some(Term::Array(Term::Number(Number::U8).into())));
}

#[test]
fn what_stands_instead_of_a_term() {
    let record = one(sample::fetch());
    assert_eq!(record.namespace.as_deref(), Some("net.http"));
    assert!(record.is_async);
    let parameters: Vec<_> = record.parameters().collect();
    assert_eq!(parameters[0].about.ts.as_deref(), Some("URL | string"));
    assert_eq!(parameters[0].about.arkts.as_deref(), Some("string"));
    assert_eq!(parameters[0].term, None);
    let arguments = Term::Tuple(vec![Term::Unit, Term::FixedArray(3, Term::Char.into())]);
    assert_eq!(parameters[1].term, Some(Term::Function(arguments.into(), Term::Boolean.into())));
    assert_eq!(parameters[2].term, Some(Term::Named("addon@1.0.0::addon::Page#1:2".into(), vec![Term::Date])));
    let returns = record.returns().expect("a result");
    assert_eq!(returns.about.arkts.as_deref(), Some("Object"));
    assert_eq!(returns.term, Some(Term::Literal("Response".into(), String::new())));
}

#[test]
fn named_types() {
    let records = records(&sample::named_types()).expect("good records");
    let [page, either, color] = &records[..] else { panic!("not three: {records:#?}") };
    assert_eq!(page.generics, ["T"]);
    assert_eq!(page.extends().count(), 1);
    let fields: Vec<_> = page.fields().map(|field| (field.name.as_str(), field.is_readonly, field.kind)).collect();
    let expected =
        [("items", true, PartKind::Field), ("next", false, PartKind::Optional), ("kind", false, PartKind::Field)];
    assert_eq!(fields, expected);
    let literals = vec![Term::StringLiteral("page".into()), Term::NumberLiteral("-1.5".into())];
    assert_eq!(page.fields().last().and_then(|field| field.term.clone()), Some(Term::Union(literals)));
    let inner = Term::Promise(Term::TypedArray(Element::Clamped).into());
    let either = either.value().and_then(|value| value.term.clone());
    assert_eq!(either, Some(Term::Map(Term::String.into(), Term::Set(Term::Record(inner.into()).into()).into())));
    let variants: Vec<_> = color.variants().map(|variant| (variant.name.as_str(), variant.value.clone())).collect();
    let expected =
        [("Red", Some(VariantValue::Number("0".into()))), ("Blue", Some(VariantValue::String("blue".into())))];
    assert_eq!(variants, expected);
}

#[test]
fn classes_and_modules() {
    let records = records(&[sample::class(), sample::module()].concat()).expect("good records");
    let kinds: Vec<_> = records.iter().map(|record| record.kind).collect();
    assert_eq!(kinds, [Kind::Class, Kind::Member, Kind::Member, Kind::Constant, Kind::Module]);
    assert_eq!(records[0].about.ts.as_deref(), Some("bark(): void;"));
    assert_eq!(records[0].namespace.as_deref(), Some("pets"));
    assert_eq!((records[1].role, records[1].is_overload), (Some(Role::StaticGetter), false));
    assert_eq!((records[2].role, records[2].is_overload), (Some(Role::Method), true));
    for member in &records[1..3] {
        assert_eq!(member.of, records[0].id);
        assert!(member.parts.iter().all(|part| part.kind != PartKind::Of));
    }
    let dog = Term::Named("addon@1.0.0::addon::Dog#6:1".into(), Vec::new());
    assert_eq!(records[2].returns().and_then(|part| part.term.clone()), Some(Term::This(dog.into())));
    assert_eq!(records[4].about.ts.as_deref(), Some("export type Id = string;"));
}

#[test]
fn padding_is_skipped() {
    let padded = records(&sample::section()).expect("good records");
    let bare = [sample::add(), sample::fetch(), sample::named_types(), sample::class(), sample::module()].concat();
    assert_eq!(padded, records(&bare).expect("good records"));
    assert_eq!(records(&[0; 100]), Ok(vec![]));
    assert_eq!(records(&[]), Ok(vec![]));
}

#[test]
fn every_leaf() {
    let leaves: [(u8, Term); 19] = [
        (tag::UNIT, Term::Unit),
        (tag::UNDEFINED, Term::Undefined),
        (tag::NULL, Term::Null),
        (tag::BOOLEAN, Term::Boolean),
        (tag::BIGINT, Term::BigInt),
        (tag::STRING, Term::String),
        (tag::CHAR, Term::Char),
        (tag::VALUE, Term::Value),
        (tag::OBJECT, Term::Object),
        (tag::SYMBOL, Term::Symbol),
        (tag::EXTERNAL, Term::External),
        (tag::DATE, Term::Date),
        (tag::REGEXP, Term::RegExp),
        (tag::ERROR, Term::Error),
        (tag::ARRAY_BUFFER, Term::ArrayBuffer),
        (tag::DATA_VIEW, Term::DataView),
        (tag::BUFFER, Term::Buffer),
        (tag::SHARED_ARRAY_BUFFER, Term::SharedArrayBuffer),
        (tag::U128, Term::Number(Number::U128)),
    ];
    for (tag, term) in leaves {
        assert_eq!(constant([tag]), term);
    }
    assert_eq!(constant([tag::ITERATOR_RESULT, tag::DATE]), Term::IteratorResult(Term::Date.into()));
    assert_eq!(constant([tag::SLICE, tag::U8]), Term::Slice(Term::Number(Number::U8).into()));
    assert_eq!(constant([tag::TYPED_ARRAY, tag::F16]), Term::TypedArray(Element::Number(Number::F16)));
    assert_eq!(constant(Cat([tag::NUMBER_LITERAL], text::<4>("1e21"))), Term::NumberLiteral("1e21".into()));
}

#[test]
fn a_record_lies_in_memory_as_it_is_written() {
    const TEXT: &str = "name A\nsite 1 2 3 4 a/b.rs\nvalue\n";
    let record = napi_core_meta::Record::<_, { TEXT.len() }>::new(Kind::Constant, TEXT, Cat([tag::ARRAY], [tag::U8]));
    assert_eq!(size_of_val(&record), record.to_vec().len());
    assert_eq!(align_of_val(&record), 1);
}
