//! Closures that run on the thread pool.

use napi_core::prelude::*;

#[export]
fn sum(env: &Env<'_>, numbers: Vec<f64>, callback: Function<'_>) -> Result<Work> {
    #[threadsafe_callback(callback)]
    move || numbers.iter().sum::<f64>()
}

#[export]
fn twice(env: &mut Env<'_>, callback: Function<'_>) -> Result<()> {
    (#[threadsafe_callback(callback)] || 1)?;
    env.scope(|env| {
        let work = #[threadsafe_callback(callback)] || Ok::<_, Error>("two");
        work.map(drop)
    })
}
