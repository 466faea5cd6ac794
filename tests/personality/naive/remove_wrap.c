// What is unwrapped belongs to the caller, who frees it: how often that happens is counted instead of crashing.
#include "naive.h"

static int freed;

static void finalize(napi_env env, void* data, void* hint) {
  (void)env, (void)hint;
  *(int*)data += 1;
}

static napi_value run(napi_env env, napi_callback_info info) {
  napi_value object = argument(env, info);
  void* native;
  CHECK(napi_wrap(env, object, &freed, finalize, NULL, NULL));
  CHECK(napi_remove_wrap(env, object, &native));
  finalize(env, native, NULL);
  return number(env, freed);
}

ADDON_OF(run)
