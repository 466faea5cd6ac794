// Throws a TypeError and a RangeError.
#include "naive.h"

static napi_value type_error(napi_env env, napi_callback_info info) {
  napi_value error;
  CHECK(napi_create_type_error(env, NULL, argument(env, info), &error));
  CHECK(napi_throw(env, error));
  return NULL;
}

static napi_value range_error(napi_env env, napi_callback_info info) {
  napi_value error;
  CHECK(napi_create_range_error(env, NULL, argument(env, info), &error));
  CHECK(napi_throw(env, error));
  return NULL;
}

static napi_value thrown_type_error(napi_env env, napi_callback_info info) {
  (void)info;
  CHECK(napi_throw_type_error(env, NULL, "no"));
  return NULL;
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "typeError", type_error);
  export_function(env, exports, "rangeError", range_error);
  export_function(env, exports, "thrownTypeError", thrown_type_error);
  return exports;
}

ADDON(init)
