use napi_core::prelude::*;

#[export]
fn failure(env: &mut Env<'_>, run: Function<'_, ()>) -> Result<String> {
    let mut kept = None;
    env.scope(|env| {
        if let Err(exception) = env.try_catch(|env| run.call(env, ()))? {
            kept = Some(exception);
            //~ instead: kept = Some(exception.into_error(env)?);
        }
        Ok(())
    })?;
    kept.map_or(Ok(String::new()), |exception| exception.value().to(env))
    //~ instead: Ok(kept.map_or(String::new(), |error| error.message().to_owned()))
}
//~ js: assert.strictEqual(t.failure(() => { throw new Error('no') }), 'no');

fn main() {}
