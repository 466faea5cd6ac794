// Which of the functions that OpenHarmony does not have are there, and the version of Node-API.
#include "naive.h"

#define EACH_ABSENT(use)                                                                                        \
  use(napi_adjust_external_memory) use(node_api_create_buffer_from_arraybuffer)                                 \
  use(node_api_create_external_string_latin1) use(node_api_create_external_string_utf16)                        \
  use(node_api_create_property_key_latin1) use(node_api_create_property_key_utf16)                              \
  use(node_api_create_property_key_utf8) use(node_api_create_syntax_error) use(node_api_symbol_for)             \
  use(node_api_throw_syntax_error)

#define DECLARE_WEAK(name) extern void name(void) __attribute__((weak));
EACH_ABSENT(DECLARE_WEAK)

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  int found = 0;
#define COUNT(name) \
  if (name) found += 1;
  EACH_ABSENT(COUNT)
  return number(env, found);
}

static napi_value version(napi_env env, napi_callback_info info) {
  (void)info;
  uint32_t result;
  CHECK(napi_get_version(env, &result));
  return number(env, result);
}

static napi_value init(napi_env env, napi_value exports) {
  export_function(env, exports, "run", run);
  export_function(env, exports, "version", version);
  return exports;
}

ADDON(init)
