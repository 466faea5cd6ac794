// Data of this addon in this environment. Loaded twice, as two addons.
#include "naive.h"

static int finalized;

static void finalize(napi_env env, void* data, void* hint) {
  (void)env, (void)data, (void)hint;
  finalized += 1;
}

static napi_value set(napi_env env, napi_callback_info info) {
  (void)info;
  CHECK(napi_set_instance_data(env, NAME, finalize, NULL));
  return NULL;
}

static napi_value get(napi_env env, napi_callback_info info) {
  (void)info;
  char* data;
  CHECK(napi_get_instance_data(env, (void**)&data));
  return text(env, data);
}

static napi_value count(napi_env env, napi_callback_info info) {
  (void)info;
  return number(env, finalized);
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "set", set);
  export_function(env, exports, "get", get);
  export_function(env, exports, "count", count);
  return exports;
}

ADDON(init)
