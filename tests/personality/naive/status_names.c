// The status of a call, by the name that Node's header has for it, and the host's own words.
#include "naive.h"

extern napi_status napi_create_ark_runtime(napi_env* result) __attribute__((weak));

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  napi_env made;
  const napi_extended_error_info* error;
  if (!napi_create_ark_runtime) return text(env, "absent");
  napi_status status = napi_create_ark_runtime(&made);
  CHECK(napi_get_last_error_info(env, &error));
  char message[100];
  snprintf(message, sizeof message, "%s: %s", status == napi_cannot_run_js ? "cannot run js" : "other", error->error_message);
  return text(env, message);
}

ADDON_OF(run)
