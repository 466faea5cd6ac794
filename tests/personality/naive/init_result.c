// Exports a function instead of an object.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  return text(env, "called");
}

static napi_value init(napi_env env, napi_value exports) {
  napi_value function;
  (void)exports;
  CHECK(napi_create_function(env, "run", NAPI_AUTO, run, NULL, &function));
  return function;
}

ADDON(init)
