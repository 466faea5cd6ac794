use napi_core::prelude::*;

#[export]
struct Countdown(u32);

#[export]
impl Countdown {
    #[export(constructor)]
    fn from(start: u32) -> Self {
        Self(start)
    }
}

#[export]
impl Iterator for Countdown {
    type Item = u32;

    #[export(name = "step")]
    //~ instead: #[export(name = "next")]
    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
}
//~ js: assert.deepStrictEqual([...new t.Countdown(3)], [2, 1, 0]);

fn main() {}
