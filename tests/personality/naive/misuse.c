// Handles where and when they must not be used.
#include <pthread.h>

#include "naive.h"

static napi_value kept;
static napi_env kept_env;
static napi_ref kept_reference;

static void make_string(napi_env env) { text(env, "made"); }

static void finalize(napi_env env, void* data, void* hint) { (void)data, (void)hint, make_string(env), puts("finalized"); }
static void hook(void* argument) {
  napi_handle_scope scope;
  napi_value value;
  if (argument) napi_open_handle_scope(kept_env, &scope);
  napi_get_reference_value(kept_env, kept_reference, &value);
  if (argument) napi_close_handle_scope(kept_env, scope);
  puts("hook");
}

/** In a finalizer no scope is open. */
static napi_value in_finalizer(napi_env env, napi_callback_info info) {
  static int data;
  CHECK(napi_wrap(env, argument(env, info), &data, finalize, NULL, NULL));
  return NULL;
}

/** In a cleanup hook no scope is open. */
static napi_value in_hook(napi_env env, napi_callback_info info) {
  kept_env = env;
  CHECK(napi_create_reference(env, argument(env, info), 1, &kept_reference));
  CHECK(napi_add_env_cleanup_hook(env, hook, NULL));
  return NULL;
}

static napi_value in_hook_with_scope(napi_env env, napi_callback_info info) {
  kept_env = env;
  CHECK(napi_create_reference(env, argument(env, info), 1, &kept_reference));
  CHECK(napi_add_env_cleanup_hook(env, hook, &kept_env));
  return NULL;
}

struct uv_work_s;
extern int uv_queue_work(struct uv_loop_s*, struct uv_work_s*, void (*)(struct uv_work_s*), void (*)(struct uv_work_s*, int));
static void work(struct uv_work_s* request) { (void)request; }
static void after_work(struct uv_work_s* request, int status) { (void)request, (void)status, make_string(kept_env), puts("after work"); }

/** In a callback of libuv no scope is open. */
static napi_value in_libuv(napi_env env, napi_callback_info info) {
  (void)info;
  struct uv_loop_s* loop;
  kept_env = env;
  CHECK(napi_get_uv_event_loop(env, &loop));
  uv_queue_work(loop, calloc(1, 256), work, after_work);
  return NULL;
}

static napi_value keep(napi_env env, napi_callback_info info) {
  kept = argument(env, info);
  return NULL;
}

/** A handle whose scope is closed. */
static napi_value use_kept(napi_env env, napi_callback_info info) {
  napi_valuetype type;
  (void)info;
  CHECK(napi_typeof(env, kept, &type));
  return number(env, type);
}

/** A handle of an inner scope. */
static napi_value use_inner(napi_env env, napi_callback_info info) {
  napi_handle_scope scope;
  (void)info;
  CHECK(napi_open_handle_scope(env, &scope));
  napi_value inner = number(env, 7);
  CHECK(napi_close_handle_scope(env, scope));
  return inner;
}

static void* on_thread(void* env) {
  make_string(env);
  return NULL;
}

/** The environment on another thread. */
static napi_value on_another_thread(napi_env env, napi_callback_info info) {
  pthread_t thread;
  (void)info;
  pthread_create(&thread, NULL, on_thread, env);
  pthread_join(thread, NULL);
  return NULL;
}

static napi_value leave_open(napi_env env, napi_callback_info info) {
  napi_handle_scope scope;
  (void)info;
  CHECK(napi_open_handle_scope(env, &scope));
  return NULL;
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "inFinalizer", in_finalizer);
  export_function(env, exports, "inHook", in_hook);
  export_function(env, exports, "inHookWithScope", in_hook_with_scope);
  export_function(env, exports, "inLibuv", in_libuv);
  export_function(env, exports, "keep", keep);
  export_function(env, exports, "useKept", use_kept);
  export_function(env, exports, "useInner", use_inner);
  export_function(env, exports, "onAnotherThread", on_another_thread);
  export_function(env, exports, "leaveOpen", leave_open);
  return exports;
}

ADDON(init)
