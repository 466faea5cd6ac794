// Asks later what its last call said. Loaded twice, as two addons.
#include "naive.h"

static napi_value fail(napi_env env, napi_callback_info info) {
  double value;
  napi_get_value_double(env, argument(env, info), &value);
  return NULL;
}

static napi_value ask(napi_env env, napi_callback_info info) {
  const napi_extended_error_info* error;
  (void)info;
  CHECK(napi_get_last_error_info(env, &error));
  return number(env, error->error_code);
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "fail", fail);
  export_function(env, exports, "ask", ask);
  return exports;
}

ADDON(init)
