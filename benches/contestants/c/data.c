// Typed arrays, arrays and objects.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "addon.h"

static napi_value sum_f64(napi_env env, napi_callback_info info) {
  size_t argc = 1, length;
  napi_value argv[1], result;
  napi_typedarray_type type;
  void* data;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_typedarray_info(env, argv[0], &type, &length, &data, NULL, NULL), "expected a Float64Array");
  if (type != napi_float64_array) {
    return fail(env, "expected a Float64Array");
  }
  const double* numbers = data;
  double sum = 0;
  for (size_t i = 0; i < length; i++) {
    sum += numbers[i];
  }
  CHECK(env, napi_create_double(env, sum, &result), "result");
  return result;
}

// The length and the last byte.
static napi_value bytes_in(napi_env env, napi_callback_info info) {
  size_t argc = 1, length;
  napi_value argv[1], result;
  void* data;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_buffer_info(env, argv[0], &data, &length), "expected a Buffer");
  const uint8_t* bytes = data;
  CHECK(env, napi_create_double(env, (double)length + (length > 0 ? bytes[length - 1] : 0), &result), "result");
  return result;
}

static napi_value sum_array(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], element, result;
  uint32_t length;
  double number, sum = 0;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_array_length(env, argv[0], &length), "expected an array");
  for (uint32_t i = 0; i < length; i++) {
    CHECK(env, napi_get_element(env, argv[0], i, &element), "element");
    CHECK(env, napi_get_value_double(env, element, &number), "expected a number");
    sum += number;
  }
  CHECK(env, napi_create_double(env, sum, &result), "result");
  return result;
}

static napi_value make_array(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], element, result;
  uint32_t length;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[0], &length), "expected a number");
  CHECK(env, napi_create_array_with_length(env, length, &result), "result");
  for (uint32_t i = 0; i < length; i++) {
    CHECK(env, napi_create_double(env, i + 0.5, &element), "element");
    CHECK(env, napi_set_element(env, result, i, element), "element");
  }
  return result;
}

// x + y + the length of the name in bytes.
static napi_value take_point(napi_env env, napi_callback_info info) {
  size_t argc = 1, length;
  napi_value argv[1], value, result;
  double x, y;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_named_property(env, argv[0], "x", &value), "expected an object");
  CHECK(env, napi_get_value_double(env, value, &x), "expected a number");
  CHECK(env, napi_get_named_property(env, argv[0], "y", &value), "expected an object");
  CHECK(env, napi_get_value_double(env, value, &y), "expected a number");
  CHECK(env, napi_get_named_property(env, argv[0], "name", &value), "expected an object");
  CHECK(env, napi_get_value_string_utf8(env, value, NULL, 0, &length), "expected a string");
  char* name = malloc(length + 1);
  if (name == NULL) {
    return fail(env, "out of memory");
  }
  napi_status status = napi_get_value_string_utf8(env, value, name, length + 1, &length);
  double sum = x + y + (double)strlen(name);
  free(name);
  CHECK(env, status, "name");
  CHECK(env, napi_create_double(env, sum, &result), "result");
  return result;
}

static napi_value make_point(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], value, result;
  double x, y;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_double(env, argv[0], &x), "expected a number");
  CHECK(env, napi_get_value_double(env, argv[1], &y), "expected a number");
  CHECK(env, napi_create_object(env, &result), "result");
  CHECK(env, napi_create_double(env, x, &value), "x");
  CHECK(env, napi_set_named_property(env, result, "x", value), "x");
  CHECK(env, napi_create_double(env, y, &value), "y");
  CHECK(env, napi_set_named_property(env, result, "y", value), "y");
  CHECK(env, napi_create_string_utf8(env, "point", 5, &value), "name");
  CHECK(env, napi_set_named_property(env, result, "name", value), "name");
  return result;
}

// A handle scope for each element, as the documentation of Node-API teaches for loops.
static napi_value make_objects(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  uint32_t length;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[0], &length), "expected a number");
  CHECK(env, napi_create_array_with_length(env, length, &result), "result");
  for (uint32_t i = 0; i < length; i++) {
    napi_handle_scope scope;
    napi_value object, value;
    CHECK(env, napi_open_handle_scope(env, &scope), "scope");
    CHECK(env, napi_create_object(env, &object), "element");
    CHECK(env, napi_create_uint32(env, i, &value), "value");
    CHECK(env, napi_set_named_property(env, object, "i", value), "value");
    CHECK(env, napi_set_element(env, result, i, object), "element");
    CHECK(env, napi_close_handle_scope(env, scope), "scope");
  }
  return result;
}

napi_status define_data(napi_env env, napi_value exports) {
  napi_property_descriptor functions[] = {
      FUNCTION("sumF64", sum_f64),       FUNCTION("sumArray", sum_array),   FUNCTION("makeArray", make_array),
      FUNCTION("takePoint", take_point), FUNCTION("makePoint", make_point), FUNCTION("makeObjects", make_objects),
      FUNCTION("bytesIn", bytes_in),
  };
  return napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
}
