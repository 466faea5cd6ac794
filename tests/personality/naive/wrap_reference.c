// A wrap with a weak reference to its object, which goes when nobody else has the object.
#include "naive.h"

static int live;

static void finalize(napi_env env, void* data, void* hint) {
  (void)env, (void)data, (void)hint;
  live -= 1;
}

static napi_value wrap(napi_env env, napi_callback_info info) {
  napi_ref reference;
  CHECK(napi_wrap(env, argument(env, info), &live, finalize, NULL, &reference));
  live += 1;
  return NULL;
}

static napi_value add_finalizer(napi_env env, napi_callback_info info) {
  napi_ref reference;
  CHECK(napi_add_finalizer(env, argument(env, info), &live, finalize, NULL, &reference));
  live += 1;
  return NULL;
}

static napi_value count(napi_env env, napi_callback_info info) {
  (void)info;
  return number(env, live);
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "wrap", wrap);
  export_function(env, exports, "addFinalizer", add_finalizer);
  export_function(env, exports, "count", count);
  return exports;
}

ADDON(init)
