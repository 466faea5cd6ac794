//! Records of every kind, as addons carry them.

use napi_core_meta::term::tag;

/// A record from its text and its terms, by the writing side.
macro_rules! record {
    ($kind:ident, $text:expr, $terms:expr) => {{
        const TEXT: &str = $text;
        napi_core_meta::Record::<_, { TEXT.len() }>::new(napi_core_meta::Kind::$kind, TEXT, $terms).to_vec()
    }};
}

/// Pieces of terms, one behind the other.
macro_rules! cat {
    ($last:expr) => { $last };
    ($first:expr, $($rest:expr),+) => { napi_core_meta::term::Cat($first, cat!($($rest),+)) };
}

/// A text in a term.
macro_rules! text {
    ($text:literal) => {
        napi_core_meta::term::text::<{ $text.len() }>($text)
    };
}

pub(crate) use record;

pub(crate) fn add() -> Vec<u8> {
    record!(
        Function,
        "name add\nsite 3 1 5 8 addon/src/lib.rs\ndoc \0As it\nstands: \\n.\0\ndoc Adds.\\n\\nTwice \\\\n.\noverload\nparam a\ndoc one\n\
         optional b\nrest more\nreturns\ndoc the sum\n",
        cat!([tag::F64], [tag::OPTION], [tag::I32], [tag::STRING], [tag::ARRAY], [tag::U8])
    )
}

pub(crate) fn fetch() -> Vec<u8> {
    record!(
        Function,
        "name fetch\nsite 9 1 9 8 addon/src/a b.rs\nnamespace net.http\nasync\nparam url\nts URL | string\narkts string\n\
         param then\nparam page\nreturns\narkts Object\n",
        cat!(
            cat!(
                [tag::FUNCTION],
                [tag::TUPLE, 2],
                [tag::UNIT],
                [tag::FIXED_ARRAY, 3, 0, 0, 0, tag::CHAR],
                [tag::BOOLEAN]
            ),
            cat!([tag::NAMED], text!("addon@1.0.0::addon::Page#1:2"), [1], [tag::DATE]),
            cat!([tag::LITERAL], text!("Response"), text!(""))
        )
    )
}

pub(crate) fn named_types() -> Vec<u8> {
    let page = record!(
        Object,
        "name Page\nsite 1 1 2 12 addon/src/lib.rs\nid addon@1.0.0::addon::Page#1:2\ngeneric T\nextends\nfield items\n\
         doc all\nreadonly\noptional next\nfield kind\n",
        cat!(
            cat!([tag::NAMED], text!("dep@0.1.0::dep::Base#1:1"), [0]),
            [tag::ARRAY, tag::PARAMETER, 0, tag::OPTION],
            cat!([tag::NAMED], text!("addon@1.0.0::addon::Page#1:2"), [1, tag::PARAMETER, 0]),
            cat!([tag::UNION, 2, tag::STRING_LITERAL], text!("page"), [tag::NUMBER_LITERAL], text!("-1.5"))
        )
    );
    let either = record!(
        Alias,
        "name Either\nsite 4 1 4 1 addon/src/lib.rs\nid addon@1.0.0::addon::Either#4:1\nvalue\n",
        [tag::MAP, tag::STRING, tag::SET, tag::RECORD, tag::PROMISE, tag::TYPED_ARRAY, tag::CLAMPED]
    );
    let color = record!(
        Enum,
        "name Color\nsite 5 1 5 1 addon/src/lib.rs\nid addon@1.0.0::addon::Color#5:1\nvariant Red\ndoc hot\nnumber 0\n\
         variant Blue\nstring blue\n",
        [0; 0]
    );
    [page, either, color].concat()
}

pub(crate) fn class() -> Vec<u8> {
    let class = record!(
        Class,
        "name Dog\nsite 6 1 6 1 addon/src/lib.rs\nid addon@1.0.0::addon::Dog#6:1\nnamespace pets\nts bark(): void;\n",
        [0; 0]
    );
    let member = record!(
        Member,
        "name age\nsite 7 1 7 1 addon/src/lib.rs\nof\nrole static getter\nreturns\n",
        cat!([tag::NAMED], text!("addon@1.0.0::addon::Dog#6:1"), [0, tag::U32])
    );
    let overload = record!(
        Member,
        "name bark\nsite 8 1 8 1 addon/src/lib.rs\nof\nrole method\noverload\nparam times\nreturns\n",
        cat!(
            cat!([tag::NAMED], text!("addon@1.0.0::addon::Dog#6:1"), [0, tag::U32, tag::THIS]),
            cat!([tag::NAMED], text!("addon@1.0.0::addon::Dog#6:1"), [0])
        )
    );
    [class, member, overload].concat()
}

pub(crate) fn module() -> Vec<u8> {
    let version = record!(Constant, "name VERSION\nsite 1 1 1 1 addon/src/lib.rs\nvalue\n", [tag::STRING]);
    let module = record!(Module, "name addon\nsite 2 1 2 4 addon/src/lib.rs\nts export type Id = string;\n", [0; 0]);
    [version, module].concat()
}

/// All of them, with zeros where linkers put some.
pub(crate) fn section() -> Vec<u8> {
    [add(), vec![0; 3], fetch(), named_types(), vec![0; 64], class(), module(), vec![0]].concat()
}
