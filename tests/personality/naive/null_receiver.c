// Calls without a receiver, which the host refuses.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  napi_value result;
  CHECK(napi_call_function(env, NULL, argument(env, info), 0, NULL, &result));
  return result;
}

ADDON_OF(run)
