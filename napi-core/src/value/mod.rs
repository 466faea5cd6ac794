//! Handles: one JavaScript kind per file, no conversion to Rust types.

mod array;
mod array_buffer;
mod bigint;
mod buffer;
mod buffer_class;
mod data_view;
mod date;
mod define;
mod entries;
mod error;
mod external;
mod external_string;
mod family;
mod function;
mod into_memory;
mod intrinsics;
pub mod js;
mod key;
mod keyed;
mod keys;
mod memory;
mod object;
mod primitive;
mod prototype;
mod regexp;
mod shared_array_buffer;
mod string;
mod symbol;
mod typed_array;

use core::marker::PhantomData;

pub use array::Array;
pub(crate) use array::BATCH;
pub use array_buffer::ArrayBuffer;
pub use bigint::JsBigInt;
pub use buffer::Buffer;
pub(crate) use buffer_class::BufferClass;
pub use data_view::DataView;
pub use date::JsDate;
pub(crate) use date::LAST_MILLISECOND;
pub use define::Attributes;
pub use error::ErrorObject;
pub use external::External;
pub use family::{Family, HandleFamily};
pub use function::Function;
pub(crate) use into_memory::ExternalMemory;
pub use into_memory::IntoMemory;
#[cfg(any(feature = "serde", feature = "serde_json"))]
pub(crate) use intrinsics::opaque_class;
pub(crate) use intrinsics::{Class, MAP, REGEXP, SET, fill_map, fill_set, read_map, read_regexp, read_set};
pub use key::PropertyKey;
pub use keyed::{JsMap, JsSet};
pub use keys::KeyFilter;
pub use memory::Memory;
pub(crate) use memory::{Exclusive, attached, copied, length};
pub use object::Object;
pub use primitive::{JsBoolean, JsNumber, Null, Undefined};
pub use regexp::JsRegExp;
pub use shared_array_buffer::SharedArrayBuffer;
pub use string::JsString;
pub use symbol::{Symbol, WellKnownSymbol};
pub use typed_array::TypedArray;

use crate::convert::{FromJs, IntoJs};
use crate::env::Env;
use crate::error::Result;
use crate::sys::{RawValue, TypeOf};

/// A handle to any JavaScript value, alive as long as its scope `'s`.
///
/// It is `Copy`, stays on its thread, and holds no environment: what can be done with it takes the [`Env`] of the innermost
/// scope. (`napi_value`)
///
/// ```
/// use napi_core::prelude::*;
///
/// #[export]
/// fn kind(env: &Env<'_>, value: Value<'_>) -> Result<String> {
///     Ok(value.type_of(env)?.to_string())
/// }
/// ```
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Value<'s> {
    raw: RawValue,
    // Covariant in `'s`; not `Send` and not `Sync`.
    scope: PhantomData<&'s ()>,
}

/// A handle of some kind, with its scope: [`Value`], [`Object`], [`Array`] and their kin.
///
/// It is implemented by this crate only.
///
/// ```
/// use napi_core::{Handle, Value};
///
/// fn widen<'s, H: Handle<'s>>(handle: H) -> Value<'s> {
///     handle.value()
/// }
/// ```
pub trait Handle<'s>: Copy + private::Sealed {
    /// The kind, without the scope: that of `Object<'s>` is `js::Object`.
    type Family: HandleFamily;

    /// The handle, as one to any value.
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # fn example<'s>(object: Object<'s>) -> Value<'s> {
    /// object.value()
    /// # }
    /// ```
    fn value(self) -> Value<'s>;
}

pub(crate) mod private {
    use crate::env::Env;
    use crate::error::Result;
    use crate::sys::Place;

    pub trait Sealed {}

    /// A handle to memory.
    pub trait Located: Sized {
        /// Other threads see it, whatever the host says.
        const SHARED: bool = false;

        /// Where it lies now. But for shared memory, no JavaScript runs.
        fn locate(self, env: &Env<'_>) -> Result<Place>;
    }
}

impl<'s> Value<'s> {
    /// The caller answers for the lifetime: `raw` was made in the scope `'s`, or in one around it.
    #[inline(always)]
    pub(crate) fn from_raw(raw: RawValue) -> Self {
        Self { raw, scope: PhantomData }
    }

    /// As [`from_raw`](Self::from_raw), in its place.
    #[inline(always)]
    pub(crate) fn from_raw_ref(raw: &RawValue) -> &Self {
        // SAFETY: `Value` is `repr(transparent)` over `RawValue`.
        unsafe { &*core::ptr::from_ref(raw).cast() }
    }

    #[inline(always)]
    pub(crate) fn raw(self) -> RawValue {
        self.raw
    }

    /// Converts to a Rust value, or to a handle of a particular kind.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn length(env: &Env<'_>, value: Value<'_>) -> Result<usize> {
    ///     Ok(value.to::<String>(env)?.len())
    /// }
    /// ```
    ///
    /// # Errors
    /// `ERR_INVALID_ARG_TYPE` or `ERR_OUT_OF_RANGE` when the value does not convert, and as every method of [`Env`].
    #[inline]
    pub fn to<T: FromJs<'s>>(self, env: &Env<'s>) -> Result<T> {
        T::from_js(env, self)
    }

    /// The kind of the value. (`napi_typeof`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn is_text(env: &Env<'_>, value: Value<'_>) -> Result<bool> {
    /// Ok(value.type_of(env)? == ValueType::String)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    #[inline]
    pub fn type_of(self, env: &Env<'_>) -> Result<ValueType> {
        Ok(ValueType::from_host(env.host()?.type_of(self.raw)?))
    }

    /// Whether the two are equal in the sense of `===`. (`napi_strict_equals`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn same(env: &Env<'_>, a: Value<'_>, b: Value<'_>) -> Result<bool> {
    /// a.strict_equals(env, b)
    /// # }
    /// ```
    ///
    /// # Errors
    /// As every method of [`Env`].
    pub fn strict_equals<'x>(self, env: &Env<'_>, other: impl Handle<'x>) -> Result<bool> {
        Ok(env.host()?.strict_equals(self.raw, other.value().raw)?)
    }

    /// The value as `String(value)` makes it, which may run JavaScript. (`napi_coerce_to_string`)
    ///
    /// ```
    /// # use napi_core::prelude::*;
    /// # #[export]
    /// # fn show(env: &Env<'_>, value: Value<'_>) -> Result<String> {
    /// value.coerce_to_string(env)?.to_string(env)
    /// # }
    /// ```
    ///
    /// # Errors
    /// An exception that JavaScript throws (a symbol has no string), and as every method of [`Env`].
    pub fn coerce_to_string<'e>(self, env: &Env<'e>) -> Result<JsString<'e>> {
        Ok(JsString::from_raw(env.enter()?.coerce_to_string(self.raw)?))
    }
}

/// The values as the host takes them.
pub(crate) fn raws<'v>(values: &'v [Value<'_>]) -> &'v [RawValue] {
    // SAFETY: `Value` is `repr(transparent)` over `RawValue`.
    unsafe { core::slice::from_raw_parts(values.as_ptr().cast(), values.len()) }
}

/// The values that the host gave. The caller answers for the lifetime, as for [`Value::from_raw`].
pub(crate) fn from_raws<'s>(raws: &[RawValue]) -> &[Value<'s>] {
    // SAFETY: `Value` is `repr(transparent)` over `RawValue`.
    unsafe { core::slice::from_raw_parts(raws.as_ptr().cast(), raws.len()) }
}

impl private::Sealed for Value<'_> {}

impl<'s> Handle<'s> for Value<'s> {
    type Family = js::Value;
    #[inline(always)]
    fn value(self) -> Value<'s> {
        self
    }
}

impl core::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Value(..)")
    }
}

impl<'s> Env<'s> {
    /// Converts a Rust value, or a handle, to a JavaScript value of this scope.
    ///
    /// ```
    /// use napi_core::prelude::*;
    ///
    /// #[export]
    /// fn pair<'s>(env: &Env<'s>) -> Result<Value<'s>> {
    ///     env.value((1, "two"))
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`IntoJs::into_js`].
    pub fn value(&self, value: impl IntoJs<'s>) -> Result<Value<'s>> {
        value.into_js(self)
    }
}

/// The kind of a JavaScript value, as `typeof` names it, with `null` and external values told apart from objects.
///
/// ```
/// assert_eq!(napi_core::ValueType::BigInt.to_string(), "bigint");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValueType {
    /// `undefined`
    Undefined,
    /// `null`
    Null,
    /// `true`, `false`
    Boolean,
    /// a number
    Number,
    /// a string
    String,
    /// a symbol
    Symbol,
    /// an object that is not a function
    Object,
    /// a function or class
    Function,
    /// a pointer of an addon
    External,
    /// a big integer
    BigInt,
}

impl ValueType {
    #[inline]
    fn from_host(kind: TypeOf) -> Self {
        match kind {
            TypeOf::UNDEFINED => Self::Undefined,
            TypeOf::NULL => Self::Null,
            TypeOf::BOOLEAN => Self::Boolean,
            TypeOf::NUMBER => Self::Number,
            TypeOf::STRING => Self::String,
            TypeOf::SYMBOL => Self::Symbol,
            TypeOf::FUNCTION => Self::Function,
            TypeOf::EXTERNAL => Self::External,
            TypeOf::BIGINT => Self::BigInt,
            _ => Self::Object,
        }
    }
}

impl core::fmt::Display for ValueType {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Undefined => "undefined",
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::String => "string",
            Self::Symbol => "symbol",
            Self::Object => "object",
            Self::Function => "function",
            Self::External => "external",
            Self::BigInt => "bigint",
        })
    }
}

/// Declares a kind of handle: a wrapper of [`Value`] whose value is known to be of that kind.
macro_rules! handle {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy)]
        #[repr(transparent)]
        pub struct $name<'s>(Value<'s>);

        impl<'s> $name<'s> {
            /// The caller has seen that the value is of this kind, and answers for the lifetime as for a `Value`.
            #[inline(always)]
            pub(crate) fn from_raw(raw: $crate::sys::RawValue) -> Self {
                Self(Value::from_raw(raw))
            }

            /// The caller has seen that the value is of this kind.
            #[inline(always)]
            pub(crate) fn of(value: Value<'s>) -> Self {
                Self(value)
            }

            #[inline(always)]
            pub(crate) fn raw(self) -> $crate::sys::RawValue {
                self.0.raw()
            }
        }

        impl $crate::value::private::Sealed for $name<'_> {}

        impl<'s> $crate::value::Handle<'s> for $name<'s> {
            type Family = $crate::value::js::$name;
            #[inline(always)]
            fn value(self) -> Value<'s> {
                self.0
            }
        }

        impl core::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }

        impl<'s> From<$name<'s>> for Value<'s> {
            fn from(handle: $name<'s>) -> Self {
                handle.0
            }
        }
    };
}
use handle;
