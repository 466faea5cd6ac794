use napi_core::prelude::*;

#[export(instances = [Pair = Row<2>])]
struct Row<const N: usize>([f64; N]);

#[export]
//~ instead: #[export(instances = [Row<2>])]
impl<const N: usize> Row<N> {
    #[export(constructor)]
    fn new(values: [f64; N]) -> Self {
        Self(values)
    }

    fn sum(&self) -> f64 {
        self.0.iter().sum()
    }
}
//~ js: assert.strictEqual(new t.Pair([1, 2]).sum(), 3);

fn main() {}
