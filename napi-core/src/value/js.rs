//! The families of handles: `js::Object` is the family of `Object<'s>`.
//!
//! ```
//! use napi_core::prelude::*;
//!
//! #[derive(Default)]
//! struct Listener(std::cell::RefCell<Option<Ref<js::Function<(String,)>>>>);
//! ```

use core::marker::PhantomData;

/// The family of [`Value<'s>`](crate::Value).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::Value>;
/// ```
#[derive(Debug)]
pub struct Value(());

/// The family of [`Object<'s>`](crate::Object).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::Object>;
/// ```
#[derive(Debug)]
pub struct Object(());

/// The family of [`Array<'s>`](crate::Array).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::Array>;
/// ```
#[derive(Debug)]
pub struct Array(());

/// The family of [`ArrayBuffer<'s>`](crate::ArrayBuffer).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::ArrayBuffer>;
/// ```
#[derive(Debug)]
pub struct ArrayBuffer(());

/// The family of [`TypedArray<'s, T>`](crate::TypedArray).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::TypedArray<f32>>;
/// ```
#[derive(Debug)]
pub struct TypedArray<T>(PhantomData<fn() -> T>);

/// The family of [`Buffer<'s>`](crate::Buffer).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::Buffer>;
/// ```
#[derive(Debug)]
pub struct Buffer(());

/// The family of [`DataView<'s>`](crate::DataView).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::DataView>;
/// ```
#[derive(Debug)]
pub struct DataView(());

/// The family of [`SharedArrayBuffer<'s>`](crate::SharedArrayBuffer).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::SharedArrayBuffer>;
/// ```
#[derive(Debug)]
pub struct SharedArrayBuffer(());

/// The family of [`JsDate<'s>`](crate::JsDate).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::JsDate>;
/// ```
#[derive(Debug)]
pub struct JsDate(());

/// The family of [`JsMap<'s>`](crate::JsMap).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::JsMap>;
/// ```
#[derive(Debug)]
pub struct JsMap(());

/// The family of [`JsSet<'s>`](crate::JsSet).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::JsSet>;
/// ```
#[derive(Debug)]
pub struct JsSet(());

/// The family of [`JsRegExp<'s>`](crate::JsRegExp).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::JsRegExp>;
/// ```
#[derive(Debug)]
pub struct JsRegExp(());

/// The family of [`ErrorObject<'s>`](crate::ErrorObject).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::ErrorObject>;
/// ```
#[derive(Debug)]
pub struct ErrorObject(());

/// The family of [`JsString<'s>`](crate::JsString).
///
/// ```
/// type Upper<'s> = napi_core::Function<'s, (napi_core::js::JsString,), String>;
/// ```
#[derive(Debug)]
pub struct JsString(());

/// The family of [`JsNumber<'s>`](crate::JsNumber).
///
/// ```
/// type Unary<'s> = napi_core::Function<'s, (napi_core::js::JsNumber,), f64>;
/// ```
#[derive(Debug)]
pub struct JsNumber(());

/// The family of [`JsBigInt<'s>`](crate::JsBigInt).
///
/// ```
/// type Unary<'s> = napi_core::Function<'s, (napi_core::js::JsBigInt,), u32>;
/// ```
#[derive(Debug)]
pub struct JsBigInt(());

/// The family of [`JsBoolean<'s>`](crate::JsBoolean).
///
/// ```
/// type Test<'s> = napi_core::Function<'s, (f64,), napi_core::js::JsBoolean>;
/// ```
#[derive(Debug)]
pub struct JsBoolean(());

/// The family of [`Symbol<'s>`](crate::Symbol).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::Symbol>;
/// ```
#[derive(Debug)]
pub struct Symbol(());

/// The family of [`External<'s, T>`](crate::External).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::External<Vec<u8>>>;
/// ```
#[derive(Debug)]
pub struct External<T>(PhantomData<fn() -> T>);

/// The family of [`Instance<'s, T>`](crate::Instance).
///
/// ```
/// # use napi_core::prelude::*;
/// #[export]
/// struct Counter(u32);
///
/// type Kept = Ref<js::Instance<Counter>>;
/// ```
#[derive(Debug)]
pub struct Instance<T>(PhantomData<fn() -> T>);

/// The family of [`Function<'s, Args, Ret>`](crate::Function).
///
/// ```
/// type Kept = napi_core::Ref<napi_core::js::Function<(String, i32), bool>>;
/// ```
#[derive(Debug)]
pub struct Function<Args = Vec<Value>, Ret = Value>(PhantomData<fn(Args) -> Ret>);
