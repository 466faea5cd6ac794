use napi_core::prelude::*;

#[export]
struct List(Vec<f64>);

#[export]
struct Items(std::vec::IntoIter<f64>);

#[export]
impl Iterator for Items {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        self.0.next()
    }
}

#[export]
impl List {
    #[export(constructor)]
    fn new(items: Vec<f64>) -> Self {
        Self(items)
    }

    #[export(symbol = "itertor")]
    //~ instead: #[export(symbol = "iterator")]
    fn items(&self) -> Items {
        Items(self.0.clone().into_iter())
    }

    #[export(symbol = "Symbol.to_string_tag", getter)]
    //~ instead: #[export(symbol = "toStringTag", getter)]
    fn tag(&self) -> &'static str {
        "List"
    }

    #[export(symbol = "length")]
    //~ instead: #[export(name = "length")]
    fn length(&self) -> u32 {
        self.0.len() as u32
    }
}
//~ js: assert.deepStrictEqual([...new t.List([1, 2])], [1, 2]);
//~ js: assert.strictEqual(String(new t.List([])), '[object List]');
//~ js: assert.strictEqual(new t.List([1]).length(), 1);

fn main() {}
