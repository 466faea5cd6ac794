// What the parts of this addon share: textbook C on Node-API, every status checked.
#ifndef ADDON_H
#define ADDON_H

#define NAPI_VERSION 8
#include <node_api.h>

// Throws a TypeError unless the host has thrown already, and leaves the function.
napi_value fail(napi_env env, const char* message);

#define CHECK(env, call, message) \
  do {                            \
    if ((call) != napi_ok) {      \
      return fail(env, message);  \
    }                             \
  } while (0)

napi_status define_plain(napi_env env, napi_value exports);
napi_status define_data(napi_env env, napi_value exports);
napi_status define_scopes(napi_env env, napi_value exports);
napi_status define_boxes(napi_env env, napi_value exports);
napi_status define_classes(napi_env env, napi_value exports);
napi_status define_structs(napi_env env, napi_value exports);
napi_status define_buffers(napi_env env, napi_value exports);
napi_status define_threads(napi_env env, napi_value exports);

#define FUNCTION(name, function) {name, NULL, function, NULL, NULL, NULL, napi_default, NULL}

#endif
