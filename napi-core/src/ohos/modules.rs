//! Loading of modules.

use super::{as_c_str, c_string};
use crate::env::Env;
use crate::error::Result;
use crate::value::{Object, Value};

/// Which module to load: of the system, or of an application.
///
/// ```no_run
/// use napi_core::ohos::Module;
///
/// Module::system("@ohos.hilog");
/// Module::of("entry/src/main/ets/Math", "com.example.app/entry");
/// Module::of("libentry.so", "com.example.app/entry");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Module<'a> {
    path: &'a str,
    within: Option<&'a str>,
}

impl<'a> Module<'a> {
    /// A module of the system, such as `@ohos.hilog`.
    ///
    /// ```no_run
    /// # use napi_core::ohos::Module;
    /// Module::system("@ohos.hilog");
    /// ```
    pub fn system(name: &'a str) -> Self {
        Self { path: name, within: None }
    }

    /// A module of an application: the path of a file without its ending, the name of a dependency, or that of a native
    /// library; `within` names the bundle and the module it belongs to, with a slash between.
    ///
    /// ```no_run
    /// # use napi_core::ohos::Module;
    /// Module::of("entry/src/main/ets/Math", "com.example.app/entry");
    /// ```
    pub fn of(path: &'a str, within: &'a str) -> Self {
        Self { path, within: Some(within) }
    }
}

pub(super) fn load<'s>(env: &Env<'s>, module: Module<'_>) -> Result<Object<'s>> {
    let path = c_string(module.path, "load_module")?;
    let within = module.within.map(|within| c_string(within, "load_module")).transpose()?;
    let raw = env.enter()?.load_module(&path, within.as_ref().map(as_c_str))?;
    Value::from_raw(raw).to(env)
}
