// Keeps an object; the host refuses anything else.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  napi_ref reference;
  napi_value result;
  CHECK(napi_create_reference(env, argument(env, info), 1, &reference));
  CHECK(napi_get_reference_value(env, reference, &result));
  CHECK(napi_delete_reference(env, reference));
  return result;
}

ADDON_OF(run)
