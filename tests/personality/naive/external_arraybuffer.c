// A static as an ArrayBuffer: there is nothing to finalize.
#include "naive.h"

static uint8_t bytes[8];

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  napi_value result;
  CHECK(napi_create_external_arraybuffer(env, bytes, sizeof bytes, NULL, NULL, &result));
  return result;
}

ADDON_OF(run)
