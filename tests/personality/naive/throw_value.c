// Throws what it is given, and does not look whether that worked.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  napi_throw(env, argument(env, info));
  return NULL;
}

ADDON_OF(run)
