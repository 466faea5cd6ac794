// Functions of numbers and strings, throwing, and calling back.
#include <math.h>
#include <stdlib.h>

#include "addon.h"

static napi_value noop(napi_env env, napi_callback_info info) {
  return NULL;
}

static napi_value add_i32(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], result;
  int32_t a, b;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_int32(env, argv[0], &a), "expected a number");
  CHECK(env, napi_get_value_int32(env, argv[1], &b), "expected a number");
  CHECK(env, napi_create_int32(env, (int32_t)((uint32_t)a + (uint32_t)b), &result), "result");
  return result;
}

// What is no int32 is a RangeError, and not cut off.
static bool exact_i32(napi_env env, napi_value value, int32_t* result) {
  double number;
  if (napi_get_value_double(env, value, &number) != napi_ok) {
    fail(env, "expected a number");
    return false;
  }
  if (!(number >= INT32_MIN && number <= INT32_MAX) || number != (double)(int32_t)number) {
    napi_throw_range_error(env, NULL, "expected an int32");
    return false;
  }
  *result = (int32_t)number;
  return true;
}

static napi_value add_i32_exact(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], result;
  int32_t a, b;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  if (!exact_i32(env, argv[0], &a) || !exact_i32(env, argv[1], &b)) {
    return NULL;
  }
  CHECK(env, napi_create_int32(env, (int32_t)((uint32_t)a + (uint32_t)b), &result), "result");
  return result;
}

static napi_value add_f64(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], result;
  double a, b;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_double(env, argv[0], &a), "expected a number");
  CHECK(env, napi_get_value_double(env, argv[1], &b), "expected a number");
  CHECK(env, napi_create_double(env, a + b, &result), "result");
  return result;
}

// The usual two passes: the length, an allocation, the bytes.
static napi_value echo(napi_env env, napi_callback_info info) {
  size_t argc = 1, length;
  napi_value argv[1], result;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_string_utf8(env, argv[0], NULL, 0, &length), "expected a string");
  char* text = malloc(length + 1);
  if (text == NULL) {
    return fail(env, "out of memory");
  }
  napi_status status = napi_get_value_string_utf8(env, argv[0], text, length + 1, &length);
  if (status == napi_ok) {
    status = napi_create_string_utf8(env, text, length, &result);
  }
  free(text);
  CHECK(env, status, "result");
  return result;
}

static napi_value throw_error(napi_env env, napi_callback_info info) {
  napi_throw_error(env, NULL, "it failed");
  return NULL;
}

static napi_value call0(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], receiver;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_undefined(env, &receiver), "undefined");
  CHECK(env, napi_call_function(env, receiver, argv[0], 0, NULL, NULL), "expected a function");
  return NULL;
}

static napi_value call1(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], receiver, argument, answer, result;
  double number;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_double(env, argv[1], &number), "expected a number");
  CHECK(env, napi_get_undefined(env, &receiver), "undefined");
  CHECK(env, napi_create_double(env, number, &argument), "argument");
  CHECK(env, napi_call_function(env, receiver, argv[0], 1, &argument, &answer), "expected a function");
  CHECK(env, napi_get_value_double(env, answer, &number), "expected a number");
  CHECK(env, napi_create_double(env, number, &result), "result");
  return result;
}

static napi_value call_many(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], receiver, argument, answer, result;
  double count, number, sum = 0;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_double(env, argv[1], &count), "expected a number");
  CHECK(env, napi_get_undefined(env, &receiver), "undefined");
  for (double i = 0; i < count; i++) {
    CHECK(env, napi_create_double(env, i, &argument), "argument");
    CHECK(env, napi_call_function(env, receiver, argv[0], 1, &argument, &answer), "expected a function");
    CHECK(env, napi_get_value_double(env, answer, &number), "expected a number");
    sum += number;
  }
  CHECK(env, napi_create_double(env, sum, &result), "result");
  return result;
}

napi_status define_plain(napi_env env, napi_value exports) {
  napi_property_descriptor functions[] = {
      FUNCTION("noop", noop),        FUNCTION("addI32", add_i32),         FUNCTION("addI32Exact", add_i32_exact),
      FUNCTION("addF64", add_f64),   FUNCTION("echo", echo),              FUNCTION("throwError", throw_error),
      FUNCTION("call0", call0),      FUNCTION("call1", call1),            FUNCTION("callMany", call_many),
  };
  return napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
}
