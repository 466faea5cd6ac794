// The value of an expression.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  napi_value result = text(env, "left over");
  CHECK(napi_run_script(env, argument(env, info), &result));
  return result;
}

ADDON_OF(run)
