#define NAPI_VERSION 8
#include <node_api.h>

#define FUNCTION(n)                                                                                   \
  static napi_value f##n(napi_env env, napi_callback_info info) {                                     \
    size_t argc = 2;                                                                                  \
    napi_value argv[2], result;                                                                       \
    double a, b;                                                                                      \
    if (napi_get_cb_info(env, info, &argc, argv, NULL, NULL) != napi_ok ||                            \
        napi_get_value_double(env, argv[0], &a) != napi_ok ||                                         \
        napi_get_value_double(env, argv[1], &b) != napi_ok ||                                         \
        napi_create_double(env, a + b * n, &result) != napi_ok) {                                     \
      napi_throw_type_error(env, NULL, "expected a number");                                          \
      return NULL;                                                                                    \
    }                                                                                                 \
    return result;                                                                                    \
  }
#define TABLE_BEGIN static const napi_property_descriptor functions[] = {
#define ENTRY(n) {"f" #n, NULL, f##n, NULL, NULL, NULL, napi_default, NULL},

