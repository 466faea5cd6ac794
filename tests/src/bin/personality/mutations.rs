//! What `napi-core` does about OpenHarmony's differences, and how to keep it from doing so.

/// A change to `napi-core` after which a difference is not handled.
pub(crate) struct Mutation {
    pub(crate) name: &'static str,
    /// What OpenHarmony does.
    pub(crate) difference: &'static str,
    /// In `napi-core/src`.
    pub(crate) file: &'static str,
    /// What is replaced by what; each stands in the file once.
    pub(crate) changes: &'static [(&'static str, &'static str)],
    /// The suite with the test of the difference.
    pub(crate) suite: &'static str,
    /// Part of a line that the suite prints then: the test that fails, or what the personality or its loader says.
    pub(crate) red: &'static str,
}

pub(crate) const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "byte-lengths",
        difference: "the length of a typed array is in bytes",
        file: "sys/binary.rs",
        changes: &[("let length = if super::OHOS {", "let length = if false {")],
        suite: "slices",
        red: "failed: Float64Array is lent to read and to write",
    },
    Mutation {
        name: "shared-memory",
        difference: "a SharedArrayBuffer may count as an ArrayBuffer",
        file: "value/buffer_class.rs",
        changes: &[(
            "Err(failure) if failure.is_exception() => Ok(entered.take_exception().map(|_| false)?)",
            "Err(failure) if failure.is_exception() => Ok(entered.take_exception().map(|_| true)?)",
        )],
        suite: "features",
        red: "failed: shared memory is not lent",
    },
    Mutation {
        name: "runtime-statuses",
        difference: "status 23 is an error of the ark runtimes",
        file: "sys/host.rs",
        changes: &[("(self.status == status::CANNOT_RUN_JS && !super::OHOS)", "self.status == status::CANNOT_RUN_JS")],
        suite: "features",
        red: "failed: statuses 22 to 24 are errors of the runtimes, and no exceptions",
    },
    Mutation {
        name: "runtime-words",
        difference: "statuses 22 to 24 are errors of the ark runtimes",
        file: "status.rs",
        changes: &[("meaning(self.status, OHOS)", "meaning(self.status, !OHOS)")],
        suite: "features",
        red: "failed: statuses 22 to 24 are errors of the runtimes, and no exceptions",
    },
    Mutation {
        name: "strong-finalizers",
        difference: "napi_add_finalizer with a result pointer gives a strong reference",
        file: "sys/references.rs",
        changes: &[(
            "let no_reference = core::ptr::null_mut();",
            "let mut strong = core::ptr::null_mut();\n        let no_reference = &raw mut strong;",
        )],
        suite: "lifecycle",
        red: "failed: a finalizer runs for each object",
    },
    Mutation {
        name: "strong-wraps",
        difference: "napi_wrap with a result pointer gives a strong reference",
        file: "sys/classes.rs",
        changes: &[(
            "let no_reference = core::ptr::null_mut();",
            "let mut strong = core::ptr::null_mut();\n        let no_reference = &raw mut strong;",
        )],
        suite: "class_passing",
        red: "failed: a strong reference keeps an instance, and a weak one does not",
    },
    Mutation {
        name: "unset-exception",
        difference: "without a pending exception, napi_get_and_clear_last_exception leaves its result unset",
        file: "scope/try_catch.rs",
        changes: &[("Ok(if pending { Some", "Ok(if pending || crate::sys::OHOS { Some")],
        suite: "threads",
        red: "failed: an Err and a panic of an item are uncaught exceptions",
    },
    Mutation {
        name: "throw-errors-only",
        difference: "napi_throw takes Error objects only",
        file: "sys/exceptions.rs",
        changes: &[("let value = if OHOS { self.as_error(value)? } else { value };", "")],
        suite: "errors",
        red: "failed: what is no error is thrown as the cause of one",
    },
    Mutation {
        name: "error-classes",
        difference: "napi_create_type_error and napi_create_range_error make a plain Error",
        file: "sys/exceptions.rs",
        changes: &[("if OHOS && matches!", "if !OHOS && matches!")],
        suite: "errors",
        red: "failed: errors have a class, a message and a code",
    },
    Mutation {
        name: "references-to-primitives",
        difference: "napi_create_reference takes any value",
        file: "reference/mod.rs",
        changes: &[(
            "ValueType::Object | ValueType::Function | ValueType::External | ValueType::Symbol => {}",
            "_ if crate::sys::OHOS => {}\n        \
             ValueType::Object | ValueType::Function | ValueType::External | ValueType::Symbol => {}",
        )],
        suite: "references",
        red: "failed: other primitives are refused",
    },
    Mutation {
        name: "missing-functions",
        difference: "functions of Node are missing",
        file: "sys/imports.rs",
        changes: &[("concat!(\".weak \", stringify!($oname)),", "")],
        suite: "hello",
        red: "Error relocating libhello.so: ",
    },
    Mutation {
        name: "named-libraries",
        difference: "a library names the libraries that it imports from",
        file: "sys/imports.rs",
        changes: &[(
            "($name:ident) => {\n        \"\"\n    };",
            "($name:ident) => {\n        concat!(\".weak \", stringify!($name))\n    };",
        )],
        suite: "hello",
        red: "libhello.so registers 0 modules, and not one",
    },
    Mutation {
        name: "constructor",
        difference: "only a constructor registers a module",
        file: "module/constructor.rs",
        changes: &[("module.by_constructor || sys::OHOS", "module.by_constructor")],
        suite: "hello",
        red: "libhello.so registers 0 modules, and not one",
    },
    Mutation {
        name: "module-name",
        difference: "a module has the name of its file",
        file: "module/constructor.rs",
        changes: &[("CString::new(module.name)", "CString::new(module.name.to_uppercase())")],
        suite: "hello",
        red: "libhello.so registers the module \"HELLO\", which is not its name",
    },
    Mutation {
        name: "init-result",
        difference: "what Init answers and leaves pending is not looked at",
        file: "module/register.rs",
        changes: &[("if sys::OHOS {", "if !sys::OHOS {")],
        suite: "load",
        red: "failed: an error of the init function is printed, and is in no addon's way",
    },
    Mutation {
        name: "libuv-scope",
        difference: "no handle scope is open in a callback of libuv",
        file: "thread/job.rs",
        changes: &[(
            "let Ok(_frame) = Frame::open(instance, Own::Plain) else",
            "let Ok(_frame) = Frame::open(instance, Own::Nothing) else",
        )],
        suite: "threads_work",
        red: "no handle scope is open here",
    },
    Mutation {
        name: "libuv-exception",
        difference: "an exception in a callback of libuv stays pending for every addon",
        file: "thread/local.rs",
        changes: &[(
            "if result.is_err() || instance.host().is_exception_pending().unwrap_or(false) {",
            "if result.is_err() && !crate::sys::OHOS {",
        )],
        suite: "together",
        red: "failed: an exception after work of one addon is in no way of another",
    },
    Mutation {
        name: "batch-exception",
        difference: "one look at exceptions for a batch of thread-safe calls",
        file: "thread/local.rs",
        changes: &[(
            "if result.is_err() || instance.host().is_exception_pending().unwrap_or(false) {",
            "if result.is_err() && !crate::sys::OHOS {",
        )],
        suite: "threads",
        red: "failed: batched: exceptions are uncaught with their identity, and the rest of the queue runs",
    },
    Mutation {
        name: "batch-scope",
        difference: "one handle scope for a batch of thread-safe calls",
        file: "thread/local.rs",
        changes: &[(
            "Frame::open(InstancePtr::new(&self.instance), Own::Plain).ok()",
            "Frame::open(InstancePtr::new(&self.instance), Own::Nothing).ok()",
        )],
        suite: "threads",
        red: "failed: each item has a handle scope of its own, in a batch 64 of them have one",
    },
    Mutation {
        name: "hook-argument",
        difference: "cleanup hooks are told apart by their argument alone",
        file: "env/cleanup.rs",
        changes: &[
            (
                "instance.host().add_cleanup_hook(end, argument)",
                "LAST.set(shared);\n    let _: NonNull<c_void> = argument;\n    \
                 instance.host().add_cleanup_hook(end, NonNull::dangling())",
            ),
            ("Rc::from_raw(argument.cast_const().cast::<Instance>())", "(argument, Rc::from_raw(LAST.get())).1"),
            (
                "/// Asks the host to call us",
                "thread_local!(static LAST: Cell<*const Instance> = const { Cell::new(core::ptr::null()) });\n\n\
                 /// Asks the host to call us",
            ),
        ],
        suite: "together",
        red: "failed: each addon has hooks of its own, in every environment",
    },
    Mutation {
        name: "reused-address",
        difference: "the address of an environment that has ended is used again",
        file: "sys/home.rs",
        changes: &[(
            "generation: GENERATIONS.fetch_add(1, Ordering::Relaxed),",
            "generation: { let _ = &GENERATIONS; host.0 as u64 },",
        )],
        suite: "together",
        red: "failed: a reference of one environment is not one of the next, at the same address",
    },
    Mutation {
        name: "other-thread",
        difference: "a call on another thread ends the process",
        file: "sys/home.rs",
        changes: &[(
            "fn drop_reference(&self, slot: usize) {\n        if let Some(host) = self.here() {",
            "fn drop_reference(&self, slot: usize) {\n        \
             if let Some(host) = self.alive.load(Ordering::Acquire).then_some(self.host) {",
        )],
        suite: "workers",
        red: "called on another thread than the environment's",
    },
];
