use napi_core::prelude::*;

#[export]
enum Shape {
    Nothing,
    Circle {
        #[export]
        //~ instead: // What only circles have.
        radius: f64,
    },
    #[export]
    //~ instead: // What JavaScript does not see.
    Square(f64),
}
//~ js: assert.strictEqual(t.Shape.name, 'Shape');
//~ js: assert.deepStrictEqual(Object.getOwnPropertyNames(t.Shape.prototype), ['constructor']);

fn main() {}
