// The functions that differ from Node's in a rule of their own.
#include "host.h"

napi_status ark_napi_get_typedarray_info(napi_env env, napi_value array, napi_typedarray_type* type, size_t* length,
                                         void** data, napi_value* arraybuffer, size_t* offset) {
  static const size_t sizes[] = {1, 1, 1, 2, 2, 4, 4, 4, 8, 8, 8};
  ENTER(env, "napi_get_typedarray_info");
  REQUIRE(env, array);
  napi_typedarray_type found;
  size_t elements;
  napi_value node;
  if (arraybuffer) require_scope(env);
  napi_status status = napi_get_typedarray_info(env->node, from_handle(env, array), &found, &elements, data,
                                                arraybuffer ? &node : NULL, offset);
  if (status != napi_ok) return leave(env, status);
  if (type) *type = found;
  if (length) *length = elements * (found < sizeof sizes / sizeof *sizes ? sizes[found] : 1);
  if (arraybuffer) *arraybuffer = to_handle(env, node);
  return leave(env, napi_ok);
}

bool is_shared_buffer(napi_env env, napi_value node) {
  napi_value global, constructor;
  bool is_shared = false;
  napi_get_global(env->node, &global);
  napi_get_named_property(env->node, global, "SharedArrayBuffer", &constructor);
  napi_instanceof(env->node, node, constructor, &is_shared);
  return is_shared;
}

/** What other threads write counts as an `ArrayBuffer` too: sources of the system disagree, and this is the worse. */
napi_status ark_napi_is_arraybuffer(napi_env env, napi_value value, bool* result) {
  ENTER(env, "napi_is_arraybuffer");
  REQUIRE(env, value && result);
  napi_value node = from_handle(env, value);
  napi_status status = napi_is_arraybuffer(env->node, node, result);
  if (status == napi_ok && !*result) *result = is_shared_buffer(env, node);
  return leave(env, status);
}

napi_status ark_napi_get_and_clear_last_exception(napi_env env, napi_value* result) {
  ENTER(env, "napi_get_and_clear_last_exception");
  REQUIRE(env, result);
  bool pending;
  napi_is_exception_pending(env->node, &pending);
  // Without one the result stays as it was.
  if (!pending) return leave(env, napi_ok);
  require_scope(env);
  napi_value node;
  napi_status status = napi_get_and_clear_last_exception(env->node, &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_throw(napi_env env, napi_value error) {
  ENTER(env, "napi_throw");
  REQUIRE(env, error);
  napi_value node = from_handle(env, error);
  bool is_error = false;
  napi_is_error(env->node, node, &is_error);
  REQUIRE(env, is_error);
  return leave(env, napi_throw(env->node, node));
}

/** Whatever was asked for, an `Error` is made. */
static napi_status create_error(napi_env env, napi_value code, napi_value message, napi_value* result) {
  REQUIRE(env, message && result);
  require_scope(env);
  napi_value node;
  napi_status status = napi_create_error(env->node, from_handle(env, code), from_handle(env, message), &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_create_type_error(napi_env env, napi_value code, napi_value message, napi_value* result) {
  ENTER(env, "napi_create_type_error");
  return create_error(env, code, message, result);
}

napi_status ark_napi_create_range_error(napi_env env, napi_value code, napi_value message, napi_value* result) {
  ENTER(env, "napi_create_range_error");
  return create_error(env, code, message, result);
}

napi_status ark_napi_get_property_names(napi_env env, napi_value object, napi_value* result) {
  ENTER(env, "napi_get_property_names");
  REQUIRE(env, object && result);
  require_scope(env);
  napi_value node;
  napi_key_filter filter = napi_key_enumerable | napi_key_skip_symbols;
  napi_status status = napi_get_all_property_names(env->node, from_handle(env, object), napi_key_own_only, filter,
                                                   napi_key_numbers_to_strings, &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_coerce_to_object(napi_env env, napi_value value, napi_value* result) {
  ENTER(env, "napi_coerce_to_object");
  REQUIRE(env, value && result);
  require_scope(env);
  napi_value node = from_handle(env, value);
  napi_valuetype type;
  napi_typeof(env->node, node, &type);
  napi_status status = type == napi_undefined ? napi_ok : napi_coerce_to_object(env->node, node, &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_run_script(napi_env env, napi_value script, napi_value* result) {
  ENTER(env, "napi_run_script");
  (void)script, (void)result;
  return leave(env, napi_ok);
}

// From 1 byte to 2 MiB.
static bool is_buffer_size(size_t size) { return size >= 1 && size <= 2u << 20; }

napi_status ark_napi_create_buffer(napi_env env, size_t size, void** data, napi_value* result) {
  ENTER(env, "napi_create_buffer");
  REQUIRE(env, result && is_buffer_size(size));
  require_scope(env);
  napi_value node;
  napi_status status = napi_create_buffer(env->node, size, data, &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_create_buffer_copy(napi_env env, size_t length, const void* from, void** data, napi_value* result) {
  ENTER(env, "napi_create_buffer_copy");
  REQUIRE(env, result && from && is_buffer_size(length));
  require_scope(env);
  napi_value node;
  napi_status status = napi_create_buffer_copy(env->node, length, from, data, &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}
