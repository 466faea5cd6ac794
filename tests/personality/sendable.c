// Sendable objects, as far as one thread can show them: which values they are, what they hold and what they carry. Other
// threads do not get them, but finalize them.
#include <stdlib.h>

#include "host.h"

static const napi_type_tag sendable = {0x5e4dab1e, 0x0b1ec7};

napi_status ark_napi_create_object_with_properties(napi_env env, napi_value* result, size_t count,
                                                   const napi_property_descriptor* properties);

static bool is_marked(napi_env env, napi_value node) {
  bool marked = false;
  napi_check_object_type_tag(env->node, node, &sendable, &marked);
  return marked;
}

static bool is_sendable(napi_env env, napi_value node) {
  napi_valuetype type;
  napi_typeof(env->node, node, &type);
  if (type == napi_object) return is_marked(env, node);
  return type != napi_function && type != napi_symbol && type != napi_external;
}

/** The result of a function that has made a sendable object. */
static napi_status mark(napi_env env, napi_status status, napi_value node, napi_value* result) {
  if (status == napi_ok) status = napi_type_tag_object(env->node, node, &sendable);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_is_sendable(napi_env env, napi_value value, bool* result) {
  ENTER(env, "napi_is_sendable");
  REQUIRE(env, value && result);
  *result = is_sendable(env, from_handle(env, value));
  return leave(env, napi_ok);
}

napi_status ark_napi_create_sendable_object_with_properties(napi_env env, size_t count,
                                                            const napi_property_descriptor* properties,
                                                            napi_value* result) {
  ENTER(env, "napi_create_sendable_object_with_properties");
  REQUIRE(env, result && (count == 0 || properties));
  for (size_t index = 0; index < count; index += 1) {
    napi_value value = properties[index].value;
    if (!value || !is_sendable(env, from_handle(env, value))) fatal(env->call, "the object would hold what is not sendable");
  }
  napi_value made;
  napi_status status = ark_napi_create_object_with_properties(env, &made, count, properties);
  if (status != napi_ok) return status;
  napi_value node = from_handle(env, made);
  status = napi_type_tag_object(env->node, node, &sendable);
  if (status == napi_ok) status = napi_object_seal(env->node, node);
  *result = made;
  return leave(env, status);
}

napi_status ark_napi_create_sendable_array_with_length(napi_env env, size_t length, napi_value* result) {
  ENTER(env, "napi_create_sendable_array_with_length");
  REQUIRE(env, result);
  require_scope(env);
  napi_value node;
  napi_status status = napi_create_array_with_length(env->node, length, &node);
  return mark(env, status, node, result);
}

napi_status ark_napi_create_sendable_array(napi_env env, napi_value* result) {
  return ark_napi_create_sendable_array_with_length(env, 0, result);
}

/** `napi_create_typedarray`, which takes no shared buffer. */
static napi_status view_of(napi_env env, napi_typedarray_type type, size_t length, napi_value buffer, size_t offset,
                           napi_value* result) {
  static const char* const classes[] = {"Int8Array",   "Uint8Array",  "Uint8ClampedArray", "Int16Array",
                                        "Uint16Array", "Int32Array",  "Uint32Array",       "Float32Array",
                                        "Float64Array", "BigInt64Array", "BigUint64Array"};
  if (type >= sizeof classes / sizeof *classes) return napi_invalid_arg;
  napi_value global, constructor, arguments[3] = {buffer};
  napi_get_global(env->node, &global);
  napi_get_named_property(env->node, global, classes[type], &constructor);
  napi_create_double(env->node, (double)offset, &arguments[1]);
  napi_create_double(env->node, (double)length, &arguments[2]);
  return napi_new_instance(env->node, constructor, 3, arguments, result);
}

napi_status ark_napi_create_sendable_arraybuffer(napi_env env, size_t length, void** data, napi_value* result) {
  ENTER(env, "napi_create_sendable_arraybuffer");
  REQUIRE(env, data && result);
  require_scope(env);
  // On Node, what comes nearest to memory that several threads share.
  napi_value global, constructor, size, node, bytes;
  napi_get_global(env->node, &global);
  napi_get_named_property(env->node, global, "SharedArrayBuffer", &constructor);
  napi_create_double(env->node, (double)length, &size);
  napi_status status = napi_new_instance(env->node, constructor, 1, &size, &node);
  if (status == napi_ok) status = view_of(env, napi_uint8_array, length, node, 0, &bytes);
  if (status == napi_ok) status = napi_get_typedarray_info(env->node, bytes, NULL, NULL, data, NULL, NULL);
  return mark(env, status, node, result);
}

napi_status ark_napi_create_sendable_typedarray(napi_env env, napi_typedarray_type type, size_t length,
                                                napi_value buffer, size_t offset, napi_value* result) {
  ENTER(env, "napi_create_sendable_typedarray");
  REQUIRE(env, buffer && result);
  require_scope(env);
  napi_value node, buffer_node = from_handle(env, buffer);
  REQUIRE(env, is_marked(env, buffer_node));
  napi_status status = view_of(env, type, length, buffer_node, offset, &node);
  return mark(env, status, node, result);
}

/** What an object carries. */
typedef struct {
  napi_env env;
  napi_finalize finalize;
  void *data, *hint;
} carried;

static void* finalize_there(void* argument) {
  carried* of = argument;
  if (of->finalize) of->finalize(of->env, of->data, of->hint);
  free(of);
  return NULL;
}

/** Shared objects are collected by whatever thread comes first. */
static void finalize_elsewhere(napi_env node, void* data, void* unused) {
  (void)node, (void)unused;
  pthread_t thread;
  pthread_create(&thread, NULL, finalize_there, data);
  pthread_join(thread, NULL);
}

napi_status ark_napi_wrap_sendable_with_size(napi_env env, napi_value object, void* native, napi_finalize finalize,
                                             void* hint, size_t size) {
  (void)size;
  ENTER(env, "napi_wrap_sendable");
  REQUIRE(env, object && native);
  napi_value node = from_handle(env, object);
  if (!is_marked(env, node)) return leave(env, napi_object_expected);
  carried* made = malloc(sizeof *made);
  *made = (carried){env, finalize, native, hint};
  napi_status status = napi_wrap(env->node, node, made, finalize_elsewhere, NULL, NULL);
  if (status != napi_ok) free(made);
  return leave(env, status);
}

napi_status ark_napi_wrap_sendable(napi_env env, napi_value object, void* native, napi_finalize finalize, void* hint) {
  return ark_napi_wrap_sendable_with_size(env, object, native, finalize, hint, 0);
}

napi_status ark_napi_unwrap_sendable(napi_env env, napi_value object, void** result) {
  ENTER(env, "napi_unwrap_sendable");
  REQUIRE(env, object && result);
  carried* found = NULL;
  // Nothing there is no error.
  napi_unwrap(env->node, from_handle(env, object), (void**)&found);
  *result = found ? found->data : NULL;
  return leave(env, napi_ok);
}

napi_status ark_napi_remove_wrap_sendable(napi_env env, napi_value object, void** result) {
  ENTER(env, "napi_remove_wrap_sendable");
  REQUIRE(env, object && result);
  carried* found = NULL;
  napi_remove_wrap(env->node, from_handle(env, object), (void**)&found);
  *result = found ? found->data : NULL;
  // As `napi_remove_wrap`: it finalizes.
  if (found) finalize_elsewhere(env->node, found, NULL);
  return leave(env, napi_ok);
}
