// How many elements: the last one is read at this index less 1.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  size_t length;
  CHECK(napi_get_typedarray_info(env, argument(env, info), NULL, &length, NULL, NULL, NULL));
  return number(env, length);
}

ADDON_OF(run)
