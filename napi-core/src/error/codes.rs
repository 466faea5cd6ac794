/// The values of the property `code` on the errors that this crate makes; they are part of its interface.
///
/// ```
/// assert_eq!(napi_core::code::INVALID_ARG_TYPE, "ERR_INVALID_ARG_TYPE");
/// ```
pub mod code {
    /// A value has the wrong type (`TypeError`).
    pub const INVALID_ARG_TYPE: &str = "ERR_INVALID_ARG_TYPE";
    /// A value has the right type, but does not fit (`RangeError`).
    pub const OUT_OF_RANGE: &str = "ERR_OUT_OF_RANGE";
    /// Objects and arrays lie deeper inside of each other than is read, as in one that contains itself (`RangeError`).
    pub const TOO_DEEP: &str = "ERR_TOO_DEEP";
    /// Rust code panicked; the message is the panic's.
    pub const RUST_PANIC: &str = "ERR_RUST_PANIC";
    /// An `Env` was used that is not the one of the innermost scope.
    pub const SCOPE: &str = "ERR_SCOPE";
    /// A reference, or a value kept by one, was used in another environment than its own.
    pub const WRONG_ENV: &str = "ERR_WRONG_ENV";
    /// An error said that an exception is pending, but none is: it was kept from another call.
    pub const EXCEPTION_LOST: &str = "ERR_EXCEPTION_LOST";
    /// The host refused a call of Node-API; the message names the call and the status.
    pub const NODE_API: &str = "ERR_NODE_API";
    /// The environment ends, or has ended: the call was dropped.
    pub const CLOSING: &str = "ERR_CLOSING";
    /// As many calls are queued as the bound of the callback allows.
    pub const QUEUE_FULL: &str = "ERR_QUEUE_FULL";
    /// The work was cancelled before it began.
    pub const CANCELLED: &str = "ERR_CANCELLED";
    /// The JavaScript thread would wait for itself.
    pub const WOULD_DEADLOCK: &str = "ERR_WOULD_DEADLOCK";
    /// A value has the right type, but is none that the call takes (`TypeError`).
    pub const INVALID_ARG_VALUE: &str = "ERR_INVALID_ARG_VALUE";
    /// A class of which only the addon makes instances was called, or used with `new` (`TypeError`).
    pub const ILLEGAL_CONSTRUCTOR: &str = "ERR_ILLEGAL_CONSTRUCTOR";
    /// An instance of a class is used by a call that has not ended, or is passed twice, and one of the two changes it.
    pub const BORROWED: &str = "ERR_BORROWED";
    /// An instance of a class was consumed by an earlier call, which took its value.
    pub const CONSUMED: &str = "ERR_CONSUMED";
    /// What is asked for does not go with what was done before: an object that carries a value already, an event loop that
    /// is not ours to run, a handle to memory whose buffer was detached (`Error`). An argument that is taken by value or borrowed
    /// as a slice is refused with [`INVALID_ARG_TYPE`] instead.
    pub const INVALID_STATE: &str = "ERR_INVALID_STATE";
    /// The system lacks the function, because its API level is too low; the message names the level. (OpenHarmony)
    pub const NOT_SUPPORTED: &str = "ERR_NOT_SUPPORTED";
    /// A runtime cannot be made or ended: the thread has one already, or the process too many. (OpenHarmony)
    pub const ARK_RUNTIME: &str = "ERR_ARK_RUNTIME";
}
