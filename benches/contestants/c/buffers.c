// Bytes to JavaScript: copied from memory that stays, and handed over.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "addon.h"

static uint8_t bytes[1 << 20];

static napi_value buffer_copy(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  uint32_t length;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[0], &length), "expected a number");
  if (length > sizeof bytes) {
    return fail(env, "too long");
  }
  CHECK(env, napi_create_buffer_copy(env, length, bytes, NULL, &result), "result");
  return result;
}

static napi_value array_buffer_copy(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  uint32_t length;
  void* data;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[0], &length), "expected a number");
  if (length > sizeof bytes) {
    return fail(env, "too long");
  }
  CHECK(env, napi_create_arraybuffer(env, length, &data, &result), "result");
  if (length > 0) {
    memcpy(data, bytes, length);
  }
  return result;
}

static void free_bytes(napi_env env, void* data, void* hint) {
  free(data);
}

static napi_value buffer_give(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  uint32_t length;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[0], &length), "expected a number");
  uint8_t* made = malloc(length);
  if (made == NULL) {
    return fail(env, "out of memory");
  }
  memset(made, 7, length);
  if (napi_create_external_buffer(env, length, made, free_bytes, NULL, &result) != napi_ok) {
    free(made);
    return fail(env, "result");
  }
  return result;
}

static napi_value array_buffer_give(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  uint32_t length;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[0], &length), "expected a number");
  uint8_t* made = malloc(length);
  if (made == NULL) {
    return fail(env, "out of memory");
  }
  memset(made, 7, length);
  if (napi_create_external_arraybuffer(env, made, length, free_bytes, NULL, &result) != napi_ok) {
    free(made);
    return fail(env, "result");
  }
  return result;
}

napi_status define_buffers(napi_env env, napi_value exports) {
  memset(bytes, 7, sizeof bytes);
  napi_property_descriptor functions[] = {
      FUNCTION("bufferCopy", buffer_copy),
      FUNCTION("arrayBufferCopy", array_buffer_copy),
      FUNCTION("bufferGive", buffer_give),
      FUNCTION("arrayBufferGive", array_buffer_give),
  };
  return napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
}
