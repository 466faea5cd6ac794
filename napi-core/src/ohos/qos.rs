//! Quality of service.

use core::ffi::c_int;

use crate::sys::Pool;

/// How urgent work on the pool is. (API level 10, `napi_qos_t`)
///
/// ```no_run
/// use napi_core::ohos::Qos;
/// assert_eq!(Qos::default(), Qos::Default);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Qos {
    /// Nobody looks: synchronisation, backups.
    Background,
    /// Nobody waits: a download with a bar of its progress.
    Utility,
    /// As [`Env::queue_work`](crate::Env::queue_work).
    #[default]
    Default,
    /// Somebody waits: opening a document.
    UserInitiated,
}

impl Qos {
    pub(super) fn pool(self) -> Pool {
        Pool::AsyncWorkWithQos(self.number())
    }

    fn number(self) -> c_int {
        match self {
            Self::Background => 0,
            Self::Utility => 1,
            Self::Default => 2,
            Self::UserInitiated => 3,
        }
    }
}
