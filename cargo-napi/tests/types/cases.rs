//! Modules, each with a golden in both languages.

use crate::records::{Records, named, texts};

/// Arguments, results, names and documentation of functions and constants.
pub(crate) fn functions() -> Vec<u8> {
    let ask = [&b"[s"[..], b"F(\x01~s_", b"F(\x02i~s?", b"F[d_", b"F_~i"].concat();
    Records::default()
        .add('f', "add\ndoc  Adds two numbers.\nparam a\nparam b\nreturns\n", b"iii")
        .add(
            'f',
            "describe\ndoc  Says what a number is.\ndoc \ndoc  - `*/` is harmless\nparam number\ndoc  any one\nparam base\n\
             returns\ndoc  its description\n",
            b"d~Is",
        )
        .add('f', "nothing\n", b"")
        .add('f', "options\nparam first\nparam second\noptional third\nparam fourth\noptional last\nreturns\n", b"~s?~i~~id~d")
        .add('f', "defaults\noptional count\noptional then\nparam end\nreturns\n", b"IF_sd_")
        .add('f', "sum\nparam first\nparam second\nrest numbers\nreturns\n", b"s~idd")
        .add('f', "restOfUnions\nrest values\n", b"|\x02si")
        .add('f', "restOfText\nrest values\nts string | RegExp\narkts string\n", b"")
        .add('f', "fetch\nasync\nparam url\nreturns\n", b"s~s")
        .add('f', "flush\nasync\nreturns\n", b"_")
        .add('f', "unnamed\nparam _\nparam _\nparam this\nparam delete\nparam arg0\nreturns\n", b"iiiiii")
        .add('f', "pad\noverload\ndoc  Pads with spaces.\nparam text\nreturns\n", b"ss")
        .add('c', "VERSION\ndoc  The version.\nvalue\n", b"s")
        .add('c', "LIMITS\nvalue\n", b"~(\x02ii")
        .add('c', "BRAND\nts 'addon'\n", b"")
        .add('f', "pad\noverload\nparam text\nparam length\nreturns\n", b"sIs")
        .add('f', "delete\ndoc  Named by a reserved word.\nreturns\n", b"?")
        .add('f', "default\n", b"")
        .add('f', "größe\nreturns\n", b"d")
        .add('f', "identity\nts <T>(value: T): T\ndoc  The same.\n", b"")
        .add('f', "ask\nparam names\nparam each\nparam filter\nparam log\nparam end\nreturns\n", &[&ask[..], b"F(\x03i~s~d~s"].concat())
        .add('c', "inner\nnamespace math.fast\nvalue\n", b"d")
        .add('f', "new\nnamespace math\ndoc  Makes one.\nreturns\n", b"d")
        .add('f', "abs\nnamespace math\nparam a\nreturns\n", b"dd")
        .add('c', "PI\nnamespace math\nvalue\n", b"d")
        .add('c', "x\nnamespace enum\nvalue\n", b"d")
        .section()
}

/// Every term, as an argument and as a result.
pub(crate) fn terms() -> Vec<u8> {
    let literal = texts(b't', &["Uint8Array | string", "string"]);
    let text = texts(b'"', &["it's"]);
    let number = texts(b'#', &["-1.5"]);
    let terms: [(&str, &[u8]); 64] = [
        ("unit", b"_"),
        ("undefinedValue", b"u"),
        ("nullValue", b"0"),
        ("flag", b"?"),
        ("int8", b"b"),
        ("int16", b"h"),
        ("int32", b"i"),
        ("int64", b"q"),
        ("int128", b"o"),
        ("intSize", b"n"),
        ("uint8", b"B"),
        ("uint16", b"H"),
        ("uint32", b"I"),
        ("uint64", b"Q"),
        ("uint128", b"O"),
        ("uintSize", b"N"),
        ("float16", b"e"),
        ("float32", b"f"),
        ("float64", b"d"),
        ("big", b"g"),
        ("text", b"s"),
        ("letter", b"c"),
        ("anything", b"V"),
        ("anyObject", b"j"),
        ("pointer", b"X"),
        ("date", b"D"),
        ("pattern", b"R"),
        ("error", b"E"),
        ("int8s", b"*b"),
        ("int16s", b"*h"),
        ("int32s", b"*i"),
        ("int64s", b"*q"),
        ("uint8s", b"*B"),
        ("uint16s", b"*H"),
        ("uint32s", b"*I"),
        ("uint64s", b"*Q"),
        ("clamped", b"*C"),
        ("float32s", b"*f"),
        ("float64s", b"*d"),
        ("memory", b"w"),
        ("view", b"W"),
        ("buffer", b"Z"),
        ("shared", b"S"),
        ("slice", b"/B"),
        ("sliceOfTexts", b"/s"),
        ("anyFunction", b"F[VV"),
        ("options", b"[~s"),
        ("optionOfAnything", b"~V"),
        ("three", b"]\x03\0\0\0|\x02si"),
        ("many", b"]\xe8\x03\0\0d"),
        ("matrix", b"]\x02\0\0\0]\x02\0\0\0f"),
        ("cube", b"]\x10\0\0\0]\x10\0\0\0]\x10\0\0\0f"),
        ("none", b"(\0"),
        ("record", b"{[s"),
        ("map", b"=s~i"),
        ("set", b"%s"),
        ("union", b"|\x03s~|\x02is?"),
        ("unionOfFunctions", b"|\x02F_iF(\x01is"),
        ("functions", b"[F(\x02i~sF[d>_"),
        ("promise", b">~s"),
        ("nothings", b"|\x02_0"),
        ("exactText", &text),
        ("exactNumber", &number),
        ("byHand", &literal),
    ];
    let records = terms.into_iter().fold(Records::default(), |records, (name, term)| {
        records.add('f', &format!("{name}\nparam value\nreturns\n"), &[term, term].concat())
    });
    let by_hands = [b"[", &literal[..]].concat();
    records.add('c', "byHands\nvalue\n", &by_hands).section()
}

/// Named types: generic, recursive, of the same name, and those that nothing needs.
pub(crate) fn named_types() -> Vec<u8> {
    let page = |of: &[u8]| named("addon::Page", &[of]);
    let next = page(b"$\0");
    let (point, other_point) = (named("addon::shapes::Point", &[]), named("addon::ui::Point", &[]));
    let dep = named("dep_crate::Settings", &[]);
    Records::default()
        .named(
            'o',
            "addon::Page",
            "generic T\ndoc  Part of a list.\nfield items\ndoc  What is on it.\noptional next\n",
            &[&b"[$\0~"[..], &next].concat(),
        )
        .add('f', "first\nparam page\nreturns\n", &[&page(b"s")[..], &page(&page(b"~d"))].concat())
        .named('o', "addon::shapes::Point", "field x\nreadonly\nfield y\nreadonly\n", b"dd")
        .named(
            'o',
            "addon::ui::Point",
            "optional left\nfield top\nfield onMove\n",
            &[b"~i~iF(\x02~i", &point[..], b"_"].concat(),
        )
        .add('f', "move\nparam to\nreturns\n", &[b"[", &point[..], b"~", &other_point].concat())
        .named(
            'o',
            "addon::Point3",
            "extends\nextends\nts Named\nfield z\nfield two-words\n",
            &[&point[..], b"di"].concat(),
        )
        .add('f', "lift\nparam from\nreturns\n", &[&point[..], &named("addon::Point3", &[])].concat())
        .named('o', "addon::Named", "field name\n", b"s")
        .named('o', "addon::Unused", "field never\n", b"s")
        .named('o', "addon::Empty", "", b"")
        .named('o', "addon::Map", "field key\n", &[b"=s", &named("addon::Empty", &[])[..]].concat())
        .add('f', "lookUp\nparam map\nreturns\n", &[&named("addon::Map", &[])[..], b"=ss"].concat())
        .named(
            'a',
            "addon::Shape",
            "doc  One of them.\nvalue\n",
            &[b"|\x03", &point[..], b"[", &named("addon::Shape", &[]), &named("addon::Pair", &[b"s", b"i"])].concat(),
        )
        .named('a', "addon::Pair", "generic A\ngeneric B\nvalue\n", b"(\x02$\0$\x01")
        .add('f', "area\nparam shape\nts Shape[]\nreturns\n", b"d")
        .named('a', "addon::Text", "ts string & { length: number }\narkts string\n", b"")
        .add('f', "length\nparam text\nreturns\n", &[&named("addon::Text", &[])[..], b"I"].concat())
        .named(
            'e',
            "addon::Color",
            "doc  What it looks like.\nvariant red\nstring red\nvariant blue\nstring blue\n",
            b"",
        )
        .named('e', "addon::Level", "variant Low\ndoc  hardly\nnumber 0\nvariant High\nnumber -10\n", b"")
        .add(
            'f',
            "paint\nparam color\nparam level\n",
            &[named("addon::Color", &[]), named("addon::Level", &[])].concat(),
        )
        .named(
            'o',
            "dep_crate::Settings",
            "optional color\nfield more\n",
            &[&named("addon::Color", &[])[..], b"{", &dep].concat(),
        )
        .add('f', "configure\nparam settings\n", &dep)
        .section()
}

/// Classes with all that they can have.
pub(crate) fn classes() -> Vec<u8> {
    let (animal, dog) = (named("addon::Animal", &[]), named("addon::Dog", &[]));
    let walk = named("addon::Walk", &[]);
    Records::default()
        .named('k', "addon::Animal", "doc  It lives.\n", b"")
        .member("addon::Animal", "name getter", "doc  What it hears on.\n", "returns\n", b"s")
        .member(
            "addon::Animal",
            "of static",
            "doc  Finds one.\n",
            "param name\ndoc  its name\nreturns\n",
            &[b"s~", &animal[..]].concat(),
        )
        // Its getter stands before what is between them.
        .member("addon::Animal", "name setter", "", "param name\n", b"s")
        .named('k', "addon::Dog", "extends\n", &animal)
        .member("addon::Dog", "constructor", "", "overload\nparam name\nparam age\n", b"s~I")
        .member("addon::Dog", "LEGS constant", "doc  How many it has.\n", "returns\n", b"B")
        .member("addon::Dog", "constructor", "doc  Nobody's.\n", "overload\n", b"")
        .member("addon::Dog", "count static getter", "", "returns\n", b"I")
        .member("addon::Dog", "best static setter", "", "param dog\n", &[b"~", &dog[..]].concat())
        .member("addon::Dog", "bark method", "", "async\noptional times\nrest words\nreturns\n", b"Iss")
        .member("addon::Dog", "sit method", "", "overload\nparam _\nreturns\n", &[b"?@", &dog[..]].concat())
        .member("addon::Dog", "sit static", "", "param dogs\nreturns\n", &[b"[", &dog[..], b"_"].concat())
        .member("addon::Dog", "sit method", "", "overload\nreturns\n", &[b"@", &dog[..]].concat())
        .member("addon::Dog", "constructor method", "", "returns\n", b"_")
        .member("addon::Dog", "two-words method", "", "returns\n", b"_")
        .member("addon::Dog", "each method", "ts each<T>(of: (dog: Dog) => T): T[];\n", "", b"")
        .member("addon::Dog", "[Symbol.toStringTag] getter", "", "returns\n", b"s")
        .named('k', "addon::List", "generic T\nts add(item: T): void;\n", b"")
        .named('k', "addon::Error", "", b"")
        .add('f', "train\nparam dog\nreturns\n", &[&dog[..], &dog].concat())
        .add('f', "fail\nreturns\n", &[b"|\x02E", &named("addon::Error", &[])[..]].concat())
        .named('k', "addon::Walk", "doc  Step by step.\n", b"")
        .member("addon::Walk", "[Symbol.iterator] method", "", "returns\n", &[b"@", &walk[..]].concat())
        .member("addon::Walk", "next method", "", "returns\n", b".~d")
        .section()
}

/// Classes in namespaces, with the names of others and of the language.
pub(crate) fn classes_in_namespaces() -> Vec<u8> {
    let (circle, plane) = (named("addon::Circle", &[]), named("addon::plane::Circle", &[]));
    let (map, ring) = (named("addon::Map", &[]), named("addon::Ring", &[]));
    Records::default()
        .named('k', "addon::Circle", "", b"")
        .named('k', "addon::plane::Circle", "namespace shapes.plane\n", b"")
        .member("addon::plane::Circle", "constructor", "", "param of\n", &circle)
        .member("addon::plane::Circle", "next method", "", "returns\n", &[b"@", &plane[..]].concat())
        .named('k', "addon::Map", "namespace shapes\n", b"")
        .member("addon::Map", "all method", "", "returns\n", &[b"=s", &map[..]].concat())
        .named('k', "addon::Ring", "namespace shapes\nextends\n", &plane)
        .named('o', "addon::other::Circle", "field of\n", &plane)
        .add('f', "area\nnamespace shapes\nparam of\nparam on\n", &[&plane[..], &map].concat())
        .add('f', "either\nparam of\n", &[b"|\x03", &circle[..], &ring, &named("addon::other::Circle", &[])].concat())
        .section()
}

/// A module with declarations of its own, whose types have the names that the file would use.
pub(crate) fn module() -> Vec<u8> {
    Records::default()
        .add('m', "addon\ndoc  An addon.\ndoc \ndoc  It does much.\nts export type Id = string;\nvalue\n", b"j")
        .named('o', "addon::JsValue", "field value\n", b"V")
        .named('o', "addon::External", "field pointer\n", b"X")
        .add(
            'f',
            "open\nparam id\nts Id\nparam value\nreturns\n",
            &[&named("addon::JsValue", &[])[..], &named("addon::External", &[])].concat(),
        )
        .section()
}

/// A function instead of an object of exports.
pub(crate) fn replaced() -> Vec<u8> {
    let options = named("addon::Options", &[]);
    Records::default()
        .add('m', "addon\nvalue\n", &[b"F(\x02s~", &options[..], &named("addon::Opened", &[])].concat())
        .named('k', "addon::Opened", "namespace files\n", b"")
        .member("addon::Opened", "size getter", "", "returns\n", b"V")
        .named('o', "addon::Options", "optional deep\nfield error\n", &[b"?", &named("addon::Error", &[])[..]].concat())
        .named('o', "addon::Error", "field code\n", b"s")
        .add('f', "hidden\nreturns\n", b"d")
        .section()
}

/// Names that are no identifiers, which only TypeScript can import.
pub(crate) fn odd_names() -> Vec<u8> {
    Records::default()
        .add('f', "my-fn\nreturns\n", b"d")
        .add('f', "my fn\nnamespace 2d\nreturns\n", b"d")
        .add('f', "my_fn\nreturns\n", b"d")
        .add('f', "symbol\nparam of\nreturns\n", b"sy")
        .add('f', "x\u{b2}\nreturns\n", b"d")
        .add('f', "either\noptional later\nts ()=>1\nparam then\nrest more\nts 'a'|'b'\nreturns\n", b"ds")
        .add('m', "addon\ndoc @ts-nocheck\u{2028}export const no: never;\n", b"")
        .add('c', "halves\nvalue\n", b"*e")
        .section()
}

/// One of each that JSON has a form for.
pub(crate) fn json() -> Vec<u8> {
    let (shape, dog) = (named("addon::Shape", &[b"s"]), named("addon::Dog", &[]));
    Records::default()
        .add('m', "addon\ndoc  An addon.\nvalue\n", b"j")
        .add(
            'f',
            "area\nnamespace math\nasync\ndoc  How large.\nparam shape\nrest more\nts Shape<string>\nreturns\n",
            &[&shape[..], b"~d"].concat(),
        )
        .add('c', "sizes\nvalue\narkts Object\n", b"=s*C")
        .named('a', "addon::Shape", "generic T\nvalue\n", b"|\x03]\x02\0\0\0$\0F(\x01iR0")
        .named('e', "addon::Color", "variant Red\nnumber 0\nvariant Blue\ndoc  cold\nstring blue\n", b"")
        .named(
            'o',
            "addon::Options",
            "field color\nreadonly\noptional exact\n",
            &[&named("addon::Color", &[])[..], &texts(b'#', &["1"])].concat(),
        )
        .named('k', "addon::Dog", "namespace pets\n", b"")
        .member("addon::Dog", "name getter", "", "returns\n", &texts(b't', &["string", ""]))
        .member("addon::Dog", "sit method", "", "overload\nreturns\n", &[b"@", &dog[..]].concat())
        .member("addon::Dog", "next method", "", "returns\n", b".i")
        .add('f', "train\noverload\noptional options\nreturns\n", &[&named("addon::Options", &[])[..], &dog].concat())
        .section()
}

pub(crate) fn nothing() -> Vec<u8> {
    Records::default().add('m', "addon\n", b"").section()
}
