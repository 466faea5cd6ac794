// Addons as they are written for Node, with a status check at each call and no thought of another host.
#ifndef NAIVE_H
#define NAIVE_H

#include <stdio.h>
#include <stdlib.h>

#include "../napi.h"

/** A refused call is thrown as an error whose message is its status. */
#define CHECK(call)                            \
  do {                                         \
    napi_status refused = (call);              \
    if (refused) return refuse(env, refused);  \
  } while (0)

static inline napi_value refuse(napi_env env, napi_status status) {
  char message[16];
  snprintf(message, sizeof message, "status %d", status);
  if (status != napi_pending_exception) napi_throw_error(env, NULL, message);
  return NULL;
}

static inline napi_value argument(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value value = NULL;
  napi_get_cb_info(env, info, &argc, &value, NULL, NULL);
  return value;
}

static inline napi_value number(napi_env env, double value) {
  napi_value result;
  CHECK(napi_create_double(env, value, &result));
  return result;
}

static inline napi_value text(napi_env env, const char* value) {
  napi_value result;
  CHECK(napi_create_string_utf8(env, value, NAPI_AUTO, &result));
  return result;
}

static inline void export_function(napi_env env, napi_value exports, const char* name, napi_callback callback) {
  napi_value function;
  napi_create_function(env, name, NAPI_AUTO, callback, NULL, &function);
  napi_set_named_property(env, exports, name, function);
}

/** Registers `init` as each host wants it: Node by the symbol, OpenHarmony by a constructor, under the name in NAME. */
#ifdef OPENHARMONY
#define ADDON(init)                                                                                       \
  static napi_module module = {.nm_version = 1, .nm_register_func = init, .nm_modname = NAME};            \
  __attribute__((constructor)) static void construct(void) { napi_module_register(&module); }
#else
#define ADDON(init) \
  napi_value napi_register_module_v1(napi_env env, napi_value exports) { return init(env, exports); }
#endif

/** An addon with one function, `run`. */
#define ADDON_OF(function)                                           \
  static napi_value init(napi_env env, napi_value exports) {         \
    export_function(env, exports, "run", function);                  \
    return exports;                                                  \
  }                                                                  \
  ADDON(init)

#endif
