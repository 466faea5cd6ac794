// Registers itself by the symbol that Node looks for, and in no other way.
#include "naive.h"

static napi_value init(napi_env env, napi_value exports) {
  napi_set_named_property(env, exports, "loaded", number(env, 1));
  return exports;
}

napi_value napi_register_module_v1(napi_env env, napi_value exports) { return init(env, exports); }
