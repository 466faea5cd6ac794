use napi_core::prelude::*;

#[export]
struct Span {
    start: u32,
    end: u32,
}

#[export]
impl Span {
    #[export(constructor, overload)]
    fn new() -> Self {
        Self { start: 0, end: 0 }
    }

    #[export(constructor, overload)]
    fn until(end: u32) -> Self {
        Self { start: 0, end }
    }

    #[export(overload)]
    fn moved(&self, by: u32) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    #[export(overload, name = "moved")]
    //~ instead: #[export(name = "movedBack")]
    fn moved_back(&self, by: u32) -> Self {
        Self { start: self.start - by, end: self.end - by }
    }

    #[export(overload, name = "moved")]
    fn moved_to(&self, start: u32, end: u32) -> Self {
        Self { start, end }
    }

    #[export(getter)]
    fn end(&self) -> u32 {
        self.end
    }
}
//~ js: const span = new t.Span(1).moved(2);
//~ js: assert.deepStrictEqual([span.end, span.movedBack(1).end, span.moved(2, 9).end], [3, 2, 9]);

fn main() {}
