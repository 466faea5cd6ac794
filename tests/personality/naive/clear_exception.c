// The exception, or undefined.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  // What happened to stand in the variable.
  napi_value exception = text(env, "left over");
  CHECK(napi_get_and_clear_last_exception(env, &exception));
  return exception;
}

ADDON_OF(run)
