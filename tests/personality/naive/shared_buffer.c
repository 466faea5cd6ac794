// Whether a buffer is one that no other thread writes.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  bool is_arraybuffer;
  napi_value answer;
  CHECK(napi_is_arraybuffer(env, argument(env, info), &is_arraybuffer));
  CHECK(napi_get_boolean(env, is_arraybuffer, &answer));
  return answer;
}

ADDON_OF(run)
