// The names of for..in.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  napi_value result;
  CHECK(napi_get_property_names(env, argument(env, info), &result));
  return result;
}

ADDON_OF(run)
