// Two modules in one library.
#include "naive.h"

static napi_value init(napi_env env, napi_value exports) {
  napi_set_named_property(env, exports, "loaded", number(env, 1));
  return exports;
}

static napi_module module = {.nm_version = 1, .nm_register_func = init, .nm_modname = "registers_twice"};
__attribute__((constructor)) static void construct(void) { napi_module_register(&module); }

static napi_module other = {.nm_version = 1, .nm_register_func = init, .nm_modname = "registers_twice"};
__attribute__((constructor)) static void construct_other(void) { napi_module_register(&other); }
