use napi_core::prelude::*;

#[export]
fn extension<'a>(path: &'a str) -> Option<&'a str> {
//~ instead: fn extension(path: &str) -> Option<String> {
    path.rsplit_once('.').map(|(_, extension)| extension)
    //~ instead: path.rsplit_once('.').map(|(_, extension)| extension.to_owned())
}
//~ js: assert.strictEqual(t.extension('a.txt'), 'txt');

fn main() {}
