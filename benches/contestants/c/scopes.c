// Functions that open a handle scope around their work: an escapable one where they return an object or a handle.
#include "addon.h"

// Defines `<function>_scoped`: `<function>_within` a scope that closes before the result, a double, is made.
#define NUMBER_IN_SCOPE(function)                                              \
  static napi_value function##_scoped(napi_env env, napi_callback_info info) { \
    napi_handle_scope scope;                                                   \
    napi_value result;                                                         \
    double out = 0;                                                            \
    CHECK(env, napi_open_handle_scope(env, &scope), "scope");                  \
    napi_status status = function##_within(env, info, &out);                   \
    napi_close_handle_scope(env, scope);                                       \
    CHECK(env, status, "expected something else");                             \
    CHECK(env, napi_create_double(env, out, &result), "result");               \
    return result;                                                             \
  }

#define TRY(call)                   \
  do {                              \
    napi_status status_ = (call);   \
    if (status_ != napi_ok) {       \
      return status_;               \
    }                               \
  } while (0)

static napi_status add_within(napi_env env, napi_callback_info info, double* out) {
  size_t argc = 2;
  napi_value argv[2];
  double a, b;
  TRY(napi_get_cb_info(env, info, &argc, argv, NULL, NULL));
  TRY(napi_get_value_double(env, argv[0], &a));
  TRY(napi_get_value_double(env, argv[1], &b));
  *out = a + b;
  return napi_ok;
}

NUMBER_IN_SCOPE(add)

static napi_status call1_within(napi_env env, napi_callback_info info, double* out) {
  size_t argc = 2;
  napi_value argv[2], receiver, argument, answer;
  double number;
  TRY(napi_get_cb_info(env, info, &argc, argv, NULL, NULL));
  TRY(napi_get_value_double(env, argv[1], &number));
  TRY(napi_get_undefined(env, &receiver));
  TRY(napi_create_double(env, number, &argument));
  TRY(napi_call_function(env, receiver, argv[0], 1, &argument, &answer));
  return napi_get_value_double(env, answer, out);
}

NUMBER_IN_SCOPE(call1)

static napi_status call_many_within(napi_env env, napi_callback_info info, double* out) {
  size_t argc = 2;
  napi_value argv[2], receiver, argument, answer;
  double count, number;
  TRY(napi_get_cb_info(env, info, &argc, argv, NULL, NULL));
  TRY(napi_get_value_double(env, argv[1], &count));
  TRY(napi_get_undefined(env, &receiver));
  for (double i = 0; i < count; i++) {
    TRY(napi_create_double(env, i, &argument));
    TRY(napi_call_function(env, receiver, argv[0], 1, &argument, &answer));
    TRY(napi_get_value_double(env, answer, &number));
    *out += number;
  }
  return napi_ok;
}

NUMBER_IN_SCOPE(call_many)

static napi_value call0_scoped(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], receiver;
  napi_handle_scope scope;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_open_handle_scope(env, &scope), "scope");
  napi_status status = napi_get_undefined(env, &receiver);
  if (status == napi_ok) {
    status = napi_call_function(env, receiver, argv[0], 0, NULL, NULL);
  }
  napi_close_handle_scope(env, scope);
  CHECK(env, status, "expected a function");
  return NULL;
}

static napi_status point(napi_env env, double x, double y, napi_value* result) {
  napi_value value;
  TRY(napi_create_object(env, result));
  TRY(napi_create_double(env, x, &value));
  TRY(napi_set_named_property(env, *result, "x", value));
  TRY(napi_create_double(env, y, &value));
  TRY(napi_set_named_property(env, *result, "y", value));
  TRY(napi_create_string_utf8(env, "point", 5, &value));
  return napi_set_named_property(env, *result, "name", value);
}

static napi_value make_point_scoped(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], inner, result;
  napi_escapable_handle_scope scope;
  double x, y;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_double(env, argv[0], &x), "expected a number");
  CHECK(env, napi_get_value_double(env, argv[1], &y), "expected a number");
  CHECK(env, napi_open_escapable_handle_scope(env, &scope), "scope");
  napi_status status = point(env, x, y, &inner);
  if (status == napi_ok) {
    status = napi_escape_handle(env, scope, inner, &result);
  }
  napi_close_escapable_handle_scope(env, scope);
  CHECK(env, status, "result");
  return result;
}

napi_status define_scopes(napi_env env, napi_value exports) {
  napi_property_descriptor functions[] = {
      FUNCTION("addScoped", add_scoped),     FUNCTION("call0Scoped", call0_scoped),
      FUNCTION("call1Scoped", call1_scoped), FUNCTION("callManyScoped", call_many_scoped),
      FUNCTION("makePointScoped", make_point_scoped),
  };
  return napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
}
