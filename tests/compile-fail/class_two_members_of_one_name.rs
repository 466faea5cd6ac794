use napi_core::prelude::*;

#[export]
struct Page {
    #[export]
    width: u32,
    #[export(name = "width")]
    //~ instead: #[export(name = "height")]
    height: u32,
}

#[export]
impl Page {
    const A4: u32 = 4;

    #[export(constructor)]
    fn new() -> Self {
        Self { width: 1, height: 2 }
    }

    #[export(constructor)]
    //~ instead:
    fn square(side: u32) -> Self {
        Self { width: side, height: side }
    }

    #[export(getter)]
    fn area(&self) -> u32 {
        self.width * self.height
    }

    #[export(setter)]
    fn set_area(&mut self, area: u32) {
        self.width = area / self.height;
    }

    #[export(name = "area")]
    //~ instead: #[export(name = "areaTimes")]
    fn area_times(&self, times: u32) -> u32 {
        self.area() * times
    }

    #[export(name = "A4")]
    //~ instead: #[export(name = "a4")]
    fn of_a4() -> Self {
        Self::new()
    }

    /// A static member is another one.
    #[export(name = "area")]
    fn area_of(width: u32, height: u32) -> u32 {
        width * height
    }

    fn scaled(&self, by: u32) -> Self {
        Self { width: self.width * by, height: self.height * by }
    }

    #[export(name = "scaled")]
    //~ instead: #[export(name = "scaledTo")]
    fn scaled_to(&self, width: u32, height: u32) -> Self {
        Self { width, height }
    }
}
//~ js: const page = new t.Page();
//~ js: page.area = 4;
//~ js: assert.deepStrictEqual([page.width, page.height, page.area, page.areaTimes(2)], [2, 2, 4, 8]);
//~ js: assert.deepStrictEqual([t.Page.A4, t.Page.a4().width, t.Page.area(2, 3)], [4, 1, 6]);
//~ js: assert.deepStrictEqual([t.Page.square(3).scaled(2).width, page.scaledTo(5, 6).height], [6, 6]);

fn main() {}
