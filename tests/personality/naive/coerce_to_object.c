// An object, or an error.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  napi_value result;
  CHECK(napi_coerce_to_object(env, argument(env, info), &result));
  return result;
}

ADDON_OF(run)
