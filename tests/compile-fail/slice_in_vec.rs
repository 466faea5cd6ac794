use napi_core::prelude::*;

#[export]
fn longest(lists: Vec<&[u8]>) -> usize {
//~ instead: fn longest(lists: Vec<Vec<u8>>) -> usize {
    lists.iter().map(|list| list.len()).max().unwrap_or(0)
}
//~ js: assert.strictEqual(t.longest([[1], [1, 2]]), 2);

fn main() {}
