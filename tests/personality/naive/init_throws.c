// Cannot be loaded, and says so.
#include "naive.h"

static napi_value init(napi_env env, napi_value exports) {
  (void)exports;
  CHECK(napi_throw_error(env, NULL, "cannot be loaded"));
  return NULL;
}

ADDON(init)
