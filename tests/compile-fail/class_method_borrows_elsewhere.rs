use napi_core::prelude::*;

#[export]
struct Words(Vec<String>);

#[export]
impl Words {
    #[export(constructor)]
    fn new(words: Vec<String>) -> Self {
        Self(words)
    }

    fn all(&self) -> Vec<&str> {
    //~ instead: fn all(&self) -> &[String] {
        self.0.iter().map(String::as_str).collect()
        //~ instead: &self.0
    }
}
//~ js: assert.deepStrictEqual(new t.Words(['a', 'b']).all(), ['a', 'b']);

fn main() {}
