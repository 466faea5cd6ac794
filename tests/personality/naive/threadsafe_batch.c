// Each call throws, and counts the calls that could.
#include "naive.h"

static int thrown, finalized;

static void call_js(napi_env env, napi_value function, void* context, void* data) {
  (void)function, (void)context, (void)data;
  if (env && napi_throw_error(env, NULL, "thrown in a call") == napi_ok) thrown += 1;
}

static void finalize(napi_env env, void* data, void* hint) { (void)env, (void)data, (void)hint, finalized += 1; }

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  napi_threadsafe_function function;
  CHECK(napi_create_threadsafe_function(env, NULL, NULL, text(env, "batch"), 0, 1, NULL, finalize, NULL, call_js,
                                        &function));
  for (int call = 0; call < 3; call += 1) CHECK(napi_call_threadsafe_function(function, NULL, napi_tsfn_nonblocking));
  CHECK(napi_release_threadsafe_function(function, napi_tsfn_release));
  return NULL;
}

static napi_threadsafe_function left;

/** Leaves one behind when the environment ends. */
static napi_value leave(napi_env env, napi_callback_info info) {
  (void)info;
  CHECK(napi_create_threadsafe_function(env, NULL, NULL, text(env, "left"), 0, 1, NULL, finalize, NULL, call_js, &left));
  CHECK(napi_unref_threadsafe_function(env, left));
  return NULL;
}

static napi_value call_left(napi_env env, napi_callback_info info) {
  (void)info;
  return number(env, napi_call_threadsafe_function(left, NULL, napi_tsfn_nonblocking));
}

static napi_value count(napi_env env, napi_callback_info info) {
  (void)info;
  return number(env, thrown);
}

static napi_value is_finalized(napi_env env, napi_callback_info info) {
  (void)info;
  return number(env, finalized);
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "run", run);
  export_function(env, exports, "leave", leave);
  export_function(env, exports, "callLeft", call_left);
  export_function(env, exports, "count", count);
  export_function(env, exports, "isFinalized", is_finalized);
  return exports;
}

ADDON(init)
