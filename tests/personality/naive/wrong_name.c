// Registers itself by another name than its file's.
#include "naive.h"

static napi_value init(napi_env env, napi_value exports) {
  napi_set_named_property(env, exports, "loaded", number(env, 1));
  return exports;
}

static napi_module module = {.nm_version = 1, .nm_register_func = init, .nm_modname = "Wrong_Name"};
__attribute__((constructor)) static void construct(void) { napi_module_register(&module); }
