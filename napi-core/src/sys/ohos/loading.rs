//! Loading of modules.

use core::ffi::CStr;

use super::{Denied, ohos_answer_value};
use crate::sys::host::{Host, RawValue};

impl Host {
    /// Runs the module's code. `module` is the bundle and the module, with a slash between.
    pub(crate) fn load_module(self, path: &CStr, module: Option<&CStr>) -> Result<RawValue, Denied> {
        let module = module.map_or(core::ptr::null(), CStr::as_ptr);
        ohos_answer_value!(napi_load_module_with_info(self, path.as_ptr(), module))
    }
}
