//! Work on the host's thread pool.

use core::ffi::{c_int, c_void};
use core::ptr::NonNull;

use super::abi::{self, UV_WORK};
use super::host::{CallName, Failure, Host, HostEnv, answer, call_name, perform};
use super::imports::optional_import;

/// The two sides of a request. Each is called once with the `data` of the request, the second after the first has returned
/// (or was cancelled), even at the end of the environment.
#[derive(Clone, Copy)]
pub(crate) struct Sides {
    /// On a thread of the pool.
    pub(crate) work: unsafe fn(NonNull<c_void>),
    /// On the environment's thread.
    pub(crate) done: unsafe fn(NonNull<c_void>),
}

/// How this host runs work on its pool.
#[derive(Clone, Copy)]
pub(crate) enum Pool {
    /// `uv_queue_work`, for which we care for scopes and for what is pending at the end.
    Libuv(abi::uv_loop),
    /// `napi_create_async_work`, which does both itself.
    AsyncWork,
    /// The same on OpenHarmony, for work of this quality of service (`napi_qos_t`).
    #[cfg(any(target_env = "ohos", napi_core_ohos))]
    AsyncWorkWithQos(c_int),
}

/// A request that was queued.
#[derive(Clone, Copy)]
pub(crate) enum Request {
    Libuv(abi::uv_work),
    AsyncWork(abi::napi_async_work),
}

/// What a request carries: the data of a `napi_async_work`, or what the first field of a `uv_work_t`, its `data`, points to.
struct Carried {
    data: NonNull<c_void>,
    sides: Sides,
    request: Option<Request>,
}

impl Pool {
    /// libuv where all of it is there. Deno (2.9) lacks parts of it; Bun (1.4) exports all its names, of which most abort, and
    /// JavaScript is asked whether the host is Bun.
    pub(crate) fn of(host: Host) -> Self {
        let whole = optional_import!(uv_queue_work).is_some()
            && optional_import!(uv_cancel).is_some()
            && optional_import!(uv_req_size).is_some()
            && optional_import!(napi_add_async_cleanup_hook).is_some()
            && optional_import!(napi_remove_async_cleanup_hook).is_some();
        match host.event_loop() {
            Some(event_loop) if whole && !host.is_bun() => Self::Libuv(event_loop),
            _ => Self::AsyncWork,
        }
    }

    /// Whether there is no scope around [`Sides::done`], and a cleanup hook has to wait for what is pending: Node (20 to 26)
    /// aborts when a worker ends with a raw request in flight.
    pub(crate) fn is_raw(self) -> bool {
        matches!(self, Self::Libuv(_))
    }

    /// Queues a request. Refused, neither side is called.
    pub(crate) fn queue(self, host: Host, name: &str, data: NonNull<c_void>, sides: Sides) -> Result<Request, Failure> {
        let carried = Box::into_raw(Box::new(Carried { data, sides, request: None }));
        let queued = match self {
            Self::Libuv(event_loop) => queue_uv(event_loop, carried),
            Self::AsyncWork => {
                queue_async_work(host, name, carried, |work| perform!(napi_queue_async_work(host, work)))
            }
            #[cfg(any(target_env = "ohos", napi_core_ohos))]
            Self::AsyncWorkWithQos(qos) => {
                queue_async_work(host, name, carried, |work| super::ohos::queue_with_qos(host, work, qos))
            }
        };
        queued.inspect_err(|_| {
            // SAFETY: refused, nobody else has the box that was made above.
            drop(unsafe { Box::from_raw(carried) });
        })
    }
}

impl Request {
    /// Whether the request was still waiting, and will not run. Its other side is called later all the same.
    pub(crate) fn cancel(self, host: Host) -> bool {
        match self {
            Self::Libuv(request) => optional_import!(uv_cancel).is_some_and(|cancel| {
                // SAFETY: the owner drops its `Request` when the other side is called, until which this memory lives.
                unsafe { cancel(request) == 0 }
            }),
            Self::AsyncWork(work) => perform!(napi_cancel_async_work(host, work)).is_ok(),
        }
    }
}

fn refused(call: CallName, status: c_int) -> Failure {
    Failure { call, status }
}

/// The memory of a `uv_work_t`, whose size is the host's secret.
fn request_layout() -> Option<core::alloc::Layout> {
    let size_of_request = optional_import!(uv_req_size)?;
    // SAFETY: it looks a number up.
    let size = unsafe { size_of_request(UV_WORK) };
    core::alloc::Layout::from_size_align(size.max(size_of::<*mut c_void>()), 16).ok()
}

fn queue_uv(event_loop: abi::uv_loop, carried: *mut Carried) -> Result<Request, Failure> {
    const CALL: CallName = call_name!(uv_queue_work);
    const ENOMEM: c_int = -12;
    let (Some(layout), Some(queue)) = (request_layout(), optional_import!(uv_queue_work)) else {
        return Err(refused(CALL, ENOMEM));
    };
    // SAFETY: the layout has a size above 0.
    let memory = unsafe { std::alloc::alloc_zeroed(layout) };
    let Some(memory) = NonNull::new(memory) else { return Err(refused(CALL, ENOMEM)) };
    let request: abi::uv_work = memory.as_ptr().cast();
    // SAFETY: `data` is the first field of every request of libuv, and the memory is ours and large enough.
    unsafe { request.cast::<*mut Carried>().write(carried) };
    // SAFETY: only a `Host` reaches this, so that it is the thread of the loop; the request lives until `after_uv`.
    let status = unsafe { queue(event_loop, request, work_uv, after_uv) };
    if status == 0 {
        return Ok(Request::Libuv(request));
    }
    // SAFETY: refused, the memory allocated above with this layout is still ours.
    unsafe { std::alloc::dealloc(memory.as_ptr(), layout) };
    Err(refused(CALL, status))
}

/// The data of a request of ours.
///
/// # Safety
/// `queue_uv` has queued it, and `after_uv` has not ended.
unsafe fn carried_by(request: abi::uv_work) -> *mut Carried {
    // SAFETY: the caller's; `queue_uv` has written the first field.
    unsafe { request.cast::<*mut Carried>().read() }
}

unsafe extern "C" fn work_uv(request: abi::uv_work) {
    // SAFETY: libuv hands back a request that it was given.
    let carried = unsafe { carried_by(request) };
    // SAFETY: the box lives until `after_uv`, which libuv calls later; nobody writes to it.
    let Carried { data, sides, .. } = unsafe { &*carried };
    // SAFETY: called once, with the data of the request.
    unsafe { (sides.work)(*data) };
}

unsafe extern "C" fn after_uv(request: abi::uv_work, _status: c_int) {
    // SAFETY: as in `work_uv`.
    let carried = unsafe { carried_by(request) };
    // SAFETY: libuv has let go of the request, so that the box of `Pool::queue` is ours alone.
    let Carried { data, sides, .. } = *unsafe { Box::from_raw(carried) };
    if let Some(layout) = request_layout() {
        // SAFETY: allocated by `queue_uv` with this layout.
        unsafe { std::alloc::dealloc(request.cast(), layout) };
    }
    // SAFETY: called once, after the work, with the data of the request.
    unsafe { (sides.done)(data) };
}

fn queue_async_work(
    host: Host,
    name: &str,
    carried: *mut Carried,
    queue: impl FnOnce(abi::napi_async_work) -> Result<(), Failure>,
) -> Result<Request, Failure> {
    let (nothing, name, data) = (core::ptr::null_mut(), host.string(name)?.get(), carried.cast::<c_void>());
    let work = answer!(napi_create_async_work(host, nothing, name, execute, complete, data) -> core::ptr::null_mut())?;
    // SAFETY: the box is ours until the work is queued.
    unsafe { (*carried).request = Some(Request::AsyncWork(work)) };
    queue(work).inspect_err(|_| {
        let _ = perform!(napi_delete_async_work(host, work));
    })?;
    Ok(Request::AsyncWork(work))
}

unsafe extern "C" fn execute(_env: abi::napi_env, data: *mut c_void) {
    // SAFETY: the data is the box of `Pool::queue`, which lives until `complete`; nobody writes to it.
    let Carried { data, sides, .. } = unsafe { &*data.cast::<Carried>() };
    // SAFETY: called once, with the data of the request.
    unsafe { (sides.work)(*data) };
}

unsafe extern "C" fn complete(env: abi::napi_env, _status: abi::napi_status, data: *mut c_void) {
    // SAFETY: the host has let go of the work, so that the box of `Pool::queue` is ours alone.
    let Carried { data, sides, request } = *unsafe { Box::from_raw(data.cast::<Carried>()) };
    if let (Some(Request::AsyncWork(work)), false) = (request, env.is_null()) {
        let _ = perform!(napi_delete_async_work(HostEnv(env).host(), work));
    }
    // SAFETY: called once, after the work, with the data of the request.
    unsafe { (sides.done)(data) };
}

impl Host {
    fn event_loop(self) -> Option<abi::uv_loop> {
        let get = optional_import!(napi_get_uv_event_loop)?;
        let mut event_loop = core::ptr::null_mut();
        // SAFETY: env; `event_loop` is writable for the call.
        let status = unsafe { get(self.0, &raw mut event_loop) };
        (status == abi::status::OK && !event_loop.is_null()).then_some(event_loop)
    }
}
