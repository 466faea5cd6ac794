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
    /// The class of the language that it extends in the end.
    root: Object<'s>,
    /// What is named as the target of `new`: it has the prototype of the class, and is no plain function. V8 leaves out of the
    /// stack whatever ran before such a target was called, which is everything here.
    target: Object<'s>,
}

/// The classes of an environment, by the type that they belong to.
#[derive(Default)]
struct Classes {
    made: RefCell<Map<(TypeId, usize), Held>>,
    /// `Reflect.construct`, as it was when the module was loaded.
    construct: OnceCell<HeldReference>,
}

struct Held {
    constructor: HeldReference,
    root: HeldReference,
    target: HeldReference,
}

impl<'s> Class<'s> {
    /// The class of this number, which is made when it is first asked for: when the module is loaded.
    pub(super) fn get<T: JsError>(env: &Env<'s>, index: usize) -> Result<Self> {
        Self::of(env, TypeId::of::<T>(), T::CLASSES, index)
    }

    fn of(env: &Env<'s>, ty: TypeId, classes: &[(&str, &str)], index: usize) -> Result<Self> {
        let made = &env.instance_data::<Classes>()?.made;
        if let Some(held) = made.borrow().get(&(ty, index)) {
            let (constructor, root) = (object(env, &held.constructor)?, object(env, &held.root)?);
            return Ok(Self { constructor, root, target: object(env, &held.target)? });
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
        let (constructor, target) = extending(env, name, base)?;
        let held = Held { constructor: hold(env, constructor)?, root: hold(env, root)?, target: hold(env, target)? };
        made.borrow_mut().insert((ty, index), held);
        construct(env)?;
        Ok(Self { constructor, root, target })
    }

    /// A new error of the class: made by the class of the language, as an instance of this one, so that it has what
    /// makes an error an error for hosts, and a stack that begins with the name.
    pub(super) fn instance(&self, env: &Env<'s>, message: &str) -> Result<Object<'s>> {
        let construct = construct(env)?;
        let host = env.enter()?;
        let arguments = host.array(1)?;
        // Defined, not assigned: a setter on a prototype must not take the message.
        let message = Descriptor::new(host.string("0")?, PropertyKind::Assigned(host.string(message)?));
        host.define(arguments, &[message])?;
        let arguments = [self.root.raw(), arguments, self.target.raw()];
        Ok(Object::from_raw(host.call(host.undefined()?, construct.raw(), &arguments)?))
    }
}

/// Makes a class that extends another, as `class NotFoundError extends Error` does, and that only we make instances of; and
/// its [target](Class::target).
fn extending<'s>(env: &Env<'s>, name: &str, base: Object<'s>) -> Result<(Object<'s>, Object<'s>)> {
    let data = env.instance().call_data(Vec::new());
    let constructor = Object::from_raw(env.host()?.class(name, illegal_constructor(), data)?);
    let prototype: Object<'s> = constructor.get(env, "prototype")?;
    prototype.set_prototype(env, Some(base.get(env, "prototype")?))?;
    constructor.set_prototype(env, Some(base))?;
    let host = env.host()?;
    let name = Descriptor::new(host.string("name")?, PropertyKind::Hidden(host.string(name)?));
    host.define(prototype.raw(), &[name])?;
    let target: Object<'s> = constructor.call_method(env, "bind", ())?;
    target.define_own(env, "prototype", prototype.into())?;
    Ok((constructor, target))
}

fn construct<'s>(env: &Env<'s>) -> Result<Object<'s>> {
    let kept = &env.instance_data::<Classes>()?.construct;
    if let Some(kept) = kept.get() {
        return object(env, kept);
    }
    let construct: Object<'s> = env.global()?.get::<Object<'s>>(env, "Reflect")?.get(env, "construct")?;
    let _ = kept.set(hold(env, construct)?);
    Ok(construct)
}

fn hold(env: &Env<'_>, object: Object<'_>) -> Result<HeldReference> {
    Ok(HeldReference::new(env.instance().home(), object.raw(), 1)?)
}

fn object<'s>(env: &Env<'s>, held: &HeldReference) -> Result<Object<'s>> {
    let value = env.host()?.reference_value(held.get())?;
    value.map(Object::from_raw).ok_or_else(|| Error::new("the host has dropped a strong reference"))
}
