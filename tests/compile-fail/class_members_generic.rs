use napi_core::prelude::*;

#[export(namespace = "class_members_generic", instances = [Pile = Stack<f64>])]
struct Stack<T>(Vec<T>);

#[export]
//~ instead: #[export(instances = [Stack<f64>])]
impl<T> Stack<T> {
    fn empty() -> Self {
        Self(Vec::new())
    }

    fn len(&self) -> usize {
        self.0.len()
    }
}
//~ js: assert.strictEqual(t.Pile.empty().len(), 0);

fn main() {}
