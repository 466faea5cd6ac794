//! References: values that outlive the call.

use std::cell::RefCell;

use napi_core::prelude::*;

/// What one environment keeps between calls.
#[derive(Default)]
struct Kept {
    weak: RefCell<Option<WeakRef<js::Object>>>,
    strong: RefCell<Option<Ref<js::Object>>>,
    counted: RefCell<Option<Ref<js::Object>>>,
}

fn test_object<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let object = env.object()?;
    object.set(env, "test", "This is a test property")?;
    Ok(object)
}

/// Keeps an object without keeping it alive. An earlier weak reference is released.
#[export]
fn create_weak_reference(env: &Env<'_>) -> Result<()> {
    let weak = WeakRef::new(env, test_object(env)?)?;
    env.instance_data::<Kept>()?.weak.replace(Some(weak));
    Ok(())
}

/// Reads the weakly kept object, as long as it has not been collected.
#[export]
fn get_weak_reference_value(env: &Env<'_>) -> Result<String> {
    let kept = env.instance_data::<Kept>()?.weak.borrow();
    let Some(weak) = &*kept else { return Err(missing("createWeakReference")) };
    let Some(object) = weak.get(env)? else { return Err(Error::new("Object has been garbage collected")) };
    object.get(env, "test")
}

/// Keeps an object alive. An earlier strong reference is released.
#[export]
fn create_strong_reference(env: &Env<'_>) -> Result<()> {
    let strong = Ref::new(env, test_object(env)?)?;
    env.instance_data::<Kept>()?.strong.replace(Some(strong));
    Ok(())
}

/// Reads the strongly kept object.
#[export]
fn get_strong_reference_value(env: &Env<'_>) -> Result<String> {
    let kept = env.instance_data::<Kept>()?.strong.borrow();
    let Some(strong) = &*kept else { return Err(missing("createStrongReference")) };
    strong.get(env)?.get(env, "test")
}

/// Releases the strong reference; `false` if there was none. Dropping a reference deletes it, whatever its count.
#[export]
fn cleanup_strong_reference(env: &Env<'_>) -> Result<bool> {
    Ok(env.instance_data::<Kept>()?.strong.take().is_some())
}

/// Keeps an object with a count of 2 and returns it. An earlier reference is released.
#[export]
fn create_reference<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let object = env.object()?;
    object.set(env, "key", "CreateReference")?;
    let reference = Ref::new(env, object)?;
    expect_count(reference.add_ref(env)?, 2)?;
    env.instance_data::<Kept>()?.counted.replace(Some(reference));
    Ok(object)
}

/// The object that `createReference` keeps.
#[export]
fn use_reference<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let kept = env.instance_data::<Kept>()?.counted.borrow();
    kept.as_ref().ok_or_else(|| missing("createReference"))?.get(env)
}

/// Takes the count from 2 to 1, and deletes the reference.
#[export]
fn delete_reference(env: &Env<'_>) -> Result<&'static str> {
    let kept = env.instance_data::<Kept>()?;
    let reference = kept.counted.take().ok_or_else(|| missing("createReference"))?;
    expect_count(reference.unref(env)?, 1)?;
    drop(reference);
    Ok("napi_delete_reference success")
}

fn expect_count(count: u32, expected: u32) -> Result<()> {
    if count == expected { Ok(()) } else { Err(Error::new(format!("the count is {count}, not {expected}"))) }
}

fn missing(create: &str) -> Error {
    Error::new(format!("there is no reference: call {create}() first"))
}
