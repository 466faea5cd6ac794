// A wrap of a static, which needs no finalizer; of nothing, as a mark; and a second one, which is an error to report.
#include "naive.h"

static int first = 1, second = 2;

static void finalize(napi_env env, void* data, void* hint) { (void)env, (void)data, (void)hint; }

static napi_value plain(napi_env env, napi_callback_info info) {
  CHECK(napi_wrap(env, argument(env, info), &first, NULL, NULL, NULL));
  return text(env, "wrapped");
}

static napi_value mark(napi_env env, napi_callback_info info) {
  CHECK(napi_wrap(env, argument(env, info), NULL, finalize, NULL, NULL));
  return text(env, "wrapped");
}

static napi_value twice(napi_env env, napi_callback_info info) {
  napi_value object = argument(env, info);
  CHECK(napi_wrap(env, object, &first, finalize, NULL, NULL));
  CHECK(napi_wrap(env, object, &second, finalize, NULL, NULL));
  int* wrapped;
  CHECK(napi_unwrap(env, object, (void**)&wrapped));
  return number(env, *wrapped);
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "plain", plain);
  export_function(env, exports, "mark", mark);
  export_function(env, exports, "twice", twice);
  return exports;
}

ADDON(init)
