// Objects as structs, arrays of them, big integers and dates.
#include <stdint.h>
#include <stdlib.h>

#include "addon.h"

// x + y + the length of the name in bytes, of one point.
static napi_value add_point(napi_env env, napi_value point, double* sum) {
  napi_value value;
  double x, y;
  size_t length;
  CHECK(env, napi_get_named_property(env, point, "x", &value), "expected an object");
  CHECK(env, napi_get_value_double(env, value, &x), "expected a number");
  CHECK(env, napi_get_named_property(env, point, "y", &value), "expected an object");
  CHECK(env, napi_get_value_double(env, value, &y), "expected a number");
  CHECK(env, napi_get_named_property(env, point, "name", &value), "expected an object");
  CHECK(env, napi_get_value_string_utf8(env, value, NULL, 0, &length), "expected a string");
  char* name = malloc(length + 1);
  if (name == NULL) {
    return fail(env, "out of memory");
  }
  napi_status status = napi_get_value_string_utf8(env, value, name, length + 1, &length);
  free(name);
  CHECK(env, status, "name");
  *sum += x + y + (double)length;
  return value;
}

static napi_value take_points(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], point, result;
  uint32_t length;
  double sum = 0;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_array_length(env, argv[0], &length), "expected an array");
  for (uint32_t i = 0; i < length; i++) {
    CHECK(env, napi_get_element(env, argv[0], i, &point), "element");
    if (add_point(env, point, &sum) == NULL) {
      return NULL;
    }
  }
  CHECK(env, napi_create_double(env, sum, &result), "result");
  return result;
}

static napi_value make_points(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], point, value, result;
  uint32_t length;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[0], &length), "expected a number");
  CHECK(env, napi_create_array_with_length(env, length, &result), "result");
  for (uint32_t i = 0; i < length; i++) {
    CHECK(env, napi_create_object(env, &point), "element");
    CHECK(env, napi_create_double(env, i + 0.5, &value), "x");
    CHECK(env, napi_set_named_property(env, point, "x", value), "x");
    CHECK(env, napi_create_double(env, i, &value), "y");
    CHECK(env, napi_set_named_property(env, point, "y", value), "y");
    CHECK(env, napi_create_string_utf8(env, "point", 5, &value), "name");
    CHECK(env, napi_set_named_property(env, point, "name", value), "name");
    CHECK(env, napi_set_element(env, result, i, point), "element");
  }
  return result;
}

static napi_value next_bigint(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  int64_t number;
  bool lossless;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_bigint_int64(env, argv[0], &number, &lossless), "expected a bigint");
  if (!lossless) {
    napi_throw_range_error(env, NULL, "expected a bigint of 64 bits");
    return NULL;
  }
  CHECK(env, napi_create_bigint_int64(env, number + 1, &result), "result");
  return result;
}

// A second later.
static napi_value later(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  double milliseconds;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_date_value(env, argv[0], &milliseconds), "expected a Date");
  CHECK(env, napi_create_date(env, milliseconds + 1000, &result), "result");
  return result;
}

napi_status define_structs(napi_env env, napi_value exports) {
  napi_property_descriptor functions[] = {
      FUNCTION("takePoints", take_points),
      FUNCTION("makePoints", make_points),
      FUNCTION("nextBigint", next_bigint),
      FUNCTION("later", later),
  };
  return napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
}
