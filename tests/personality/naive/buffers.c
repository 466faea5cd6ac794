// A buffer of any size.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  uint32_t size;
  void* data;
  napi_value result;
  CHECK(napi_get_value_uint32(env, argument(env, info), &size));
  CHECK(napi_create_buffer(env, size, &data, &result));
  return number(env, size);
}

ADDON_OF(run)
