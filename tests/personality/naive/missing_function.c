// A symbol of the registry.
#include "naive.h"

extern napi_status node_api_symbol_for(napi_env, const char*, size_t, napi_value*);

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  napi_value result;
  CHECK(node_api_symbol_for(env, "seven", NAPI_AUTO, &result));
  return result;
}

ADDON_OF(run)
