//! The classes of errors, which each environment has its own of.

use core::cell::{OnceCell, RefCell};
use std::any::TypeId;

use super::{Error, JsError, Result};
use crate::call::illegal_constructor;
use crate::env::Env;
use crate::map::Map;
use crate::sys::{Descriptor, HeldReference, PropertyKind};
use crate::value::Object;

/// The class of an error.
pub(crate) struct Class<'s> {
    pub(crate) constructor: Object<'s>,
    prototype: Object<'s>,
    /// The class of the language that it extends in the end.
    root: Object<'s>,
}

/// The classes of an environment, by the type that they belong to.
#[derive(Default)]
struct Classes {
    made: RefCell<Map<(TypeId, usize), Held>>,
    /// `Object.setPrototypeOf`, as it was when the module was loaded.
    set_prototype: OnceCell<HeldReference>,
}

struct Held {
    constructor: HeldReference,
    prototype: HeldReference,
    root: HeldReference,
}

impl<'s> Class<'s> {
    /// The class of this number, which is made when it is first asked for: when the module is loaded.
    pub(super) fn get<T: JsError>(env: &Env<'s>, index: usize) -> Result<Self> {
        Self::of(env, TypeId::of::<T>(), T::CLASSES, index)
    }

    fn of(env: &Env<'s>, ty: TypeId, classes: &[(&str, &str)], index: usize) -> Result<Self> {
        let made = &env.instance_data::<Classes>()?.made;
        if let Some(held) = made.borrow().get(&(ty, index)) {
            return held.get(env);
        }
        let (name, extends) = classes[index];
        let (base, root) = match classes[0] {
            (first, _) if index > 0 && first == extends => {
                let base = Self::of(env, ty, classes, 0)?;
                (base.constructor, base.root)
            }
            _ => {
                let base = env.global()?.get(env, extends)?;
                (base, base)
            }
        };
        let (constructor, prototype) = extending(env, name, base)?;
        let class = Self { constructor, prototype, root };
        made.borrow_mut().insert((ty, index), Held::new(env, &class)?);
        set_prototype(env)?;
        Ok(class)
    }

    /// A new error of the class: one of the language's, so that it has a stack and is an error for hosts too, with the prototype
    /// of the class.
    pub(super) fn instance(&self, env: &Env<'s>, message: &str) -> Result<Object<'s>> {
        let set_prototype = set_prototype(env)?;
        let host = env.enter()?;
        let error = host.construct(self.root.raw(), &[host.string(message)?])?;
        host.call(host.undefined()?, set_prototype.raw(), &[error, self.prototype.raw()])?;
        Ok(Object::from_raw(error))
    }
}

impl Held {
    fn new(env: &Env<'_>, class: &Class<'_>) -> Result<Self> {
        let Class { constructor, prototype, root } = class;
        Ok(Self { constructor: hold(env, *constructor)?, prototype: hold(env, *prototype)?, root: hold(env, *root)? })
    }

    fn get<'s>(&self, env: &Env<'s>) -> Result<Class<'s>> {
        let Self { constructor, prototype, root } = self;
        Ok(Class { constructor: held(env, constructor)?, prototype: held(env, prototype)?, root: held(env, root)? })
    }
}

/// Makes a class that extends another, as `class NotFoundError extends Error` does, and that only we make instances of: its
/// constructor, and its prototype.
fn extending<'s>(env: &Env<'s>, name: &str, base: Object<'s>) -> Result<(Object<'s>, Object<'s>)> {
    let data = env.instance().call_data(Vec::new());
    let constructor = Object::from_raw(env.host()?.class(name, illegal_constructor(), data)?);
    let prototype: Object<'s> = constructor.get(env, "prototype")?;
    prototype.set_prototype(env, Some(base.get(env, "prototype")?))?;
    constructor.set_prototype(env, Some(base))?;
    let host = env.host()?;
    let name = Descriptor::new(host.string("name")?, PropertyKind::Hidden(host.string(name)?));
    host.define(prototype.raw(), &[name])?;
    Ok((constructor, prototype))
}

fn set_prototype<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let kept = &env.instance_data::<Classes>()?.set_prototype;
    if let Some(kept) = kept.get() {
        return held(env, kept);
    }
    let function: Object<'s> = env.global()?.get::<Object<'s>>(env, "Object")?.get(env, "setPrototypeOf")?;
    let _ = kept.set(hold(env, function)?);
    Ok(function)
}

fn hold(env: &Env<'_>, object: Object<'_>) -> Result<HeldReference> {
    Ok(HeldReference::new(env.instance().home(), object.raw(), 1)?)
}

fn held<'s>(env: &Env<'s>, held: &HeldReference) -> Result<Object<'s>> {
    let value = env.host()?.reference_value(held.get())?;
    value.map(Object::from_raw).ok_or_else(|| Error::new("the host has dropped a strong reference"))
}
