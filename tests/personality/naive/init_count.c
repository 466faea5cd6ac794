// Counts what it believes to happen once.
#include "naive.h"

static int inits, constructions;

__attribute__((constructor)) static void constructed(void) { constructions += 1; }

static napi_value run(napi_env env, napi_callback_info info) {
  (void)info;
  char message[50];
  snprintf(message, sizeof message, "%d constructions, %d inits", constructions, inits);
  return text(env, message);
}

static napi_value init(napi_env env, napi_value exports) {
  __atomic_fetch_add(&inits, 1, __ATOMIC_SEQ_CST);
  export_function(env, exports, "run", run);
  return exports;
}

ADDON(init)
