use napi_core::prelude::*;

fn send(value: impl Send) {
    drop(value);
}

#[export]
fn work(env: &mut Env<'_>, run: Function<'_, ()>) -> Result<()> {
    match env.try_catch(|env| run.call(env, ()))? {
        Ok(_) => Ok(()),
        Err(exception) => {
            send(exception);
            //~ instead: send(exception.into_error(env)?);
            Ok(())
        }
    }
}
//~ js: assert.strictEqual(t.work(() => { throw new Error('sent as an error') }), undefined);

fn main() {}
