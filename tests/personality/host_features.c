// What only OpenHarmony has.
#include <stdlib.h>

#include "host.h"

napi_status ark_napi_define_properties(napi_env, napi_value, size_t, const napi_property_descriptor*);
napi_status ark_napi_get_reference_value(napi_env, napi_ref, napi_value*);
napi_status ark_napi_delete_reference(napi_env, napi_ref);

napi_status ark_napi_create_object_with_properties(napi_env env, napi_value* result, size_t count,
                                                   const napi_property_descriptor* properties) {
  ENTER(env, "napi_create_object_with_properties");
  REQUIRE(env, result);
  require_scope(env);
  napi_value node;
  napi_status status = napi_create_object(env->node, &node);
  if (status != napi_ok) return leave(env, status);
  *result = to_handle(env, node);
  return ark_napi_define_properties(env, *result, count, properties);
}

napi_status ark_napi_create_object_with_named_properties(napi_env env, napi_value* result, size_t count,
                                                         const char** keys, const napi_value* values) {
  ENTER(env, "napi_create_object_with_named_properties");
  REQUIRE(env, result && (count == 0 || (keys && values)));
  require_scope(env);
  napi_value node;
  napi_status status = napi_create_object(env->node, &node);
  for (size_t index = 0; index < count && status == napi_ok; index += 1) {
    status = napi_set_named_property(env->node, node, keys[index], from_handle(env, values[index]));
  }
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_create_strong_reference(napi_env env, napi_value value, napi_ref* result) {
  ENTER(env, "napi_create_strong_reference");
  REQUIRE(env, value && result);
  *result = new_reference(env, from_handle(env, value), 1);
  return leave(env, napi_ok);
}

napi_status ark_napi_delete_strong_reference(napi_env env, napi_ref reference) {
  return ark_napi_delete_reference(env, reference);
}

napi_status ark_napi_get_strong_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  return ark_napi_get_reference_value(env, reference, result);
}

napi_status ark_napi_throw_business_error(napi_env env, int32_t code, const char* message) {
  ENTER(env, "napi_throw_business_error");
  REQUIRE(env, message);
  require_scope(env);
  napi_value text, number, error;
  napi_create_string_utf8(env->node, message, NAPI_AUTO, &text);
  napi_create_int32(env->node, code, &number);
  napi_status status = napi_create_error(env->node, NULL, text, &error);
  if (status == napi_ok) status = napi_set_named_property(env->node, error, "code", number);
  if (status == napi_ok) status = napi_throw(env->node, error);
  return leave(env, status);
}

// Statuses of the ark runtimes; on Node the last two numbers mean something else, and the first is "no external buffers".
enum { TOO_MANY_RUNTIMES = 22, ONE_RUNTIME_PER_THREAD = 23, NO_SUCH_RUNTIME = 24 };

// Node cannot begin anew on a thread of an addon's. With ARK_RUNTIMES in the environment the thread of JavaScript counts as one
// that has no runtime, and the runtime that is made there stands on the same of Node; with 0 there are too many already.
napi_status ark_napi_create_ark_runtime(napi_env* result) {
  if (!result) return napi_invalid_arg;
  napi_env here = current_env();
  if (!here) fatal("napi_create_ark_runtime", "the personality cannot make a runtime on this thread");
  const char* allowed = getenv("ARK_RUNTIMES");
  if (here->outer || !allowed) return leave(here, (napi_status)ONE_RUNTIME_PER_THREAD);
  if (allowed[0] == '0') return leave(here, (napi_status)TOO_MANY_RUNTIMES);
  *result = begin_inner();
  return napi_ok;
}

napi_status ark_napi_destroy_ark_runtime(napi_env* env) {
  if (!env) return napi_invalid_arg;
  if (!is_live(*env) || !(*env)->outer) return (napi_status)NO_SUCH_RUNTIME;
  enter(*env, "napi_destroy_ark_runtime");
  end_inner(*env);
  *env = NULL;
  return napi_ok;
}

napi_status ark_napi_run_event_loop(napi_env env, int mode) {
  ENTER(env, "napi_run_event_loop");
  REQUIRE(env, mode == 0 || mode == 1);
  if (!env->outer) fatal(env->call, "the event loop of this environment is the system's");
  uv_run(env->loop, mode ? UV_RUN_NOWAIT : UV_RUN_DEFAULT);
  return leave(env, napi_ok);
}

napi_status ark_napi_stop_event_loop(napi_env env) {
  ENTER(env, "napi_stop_event_loop");
  if (!env->outer) fatal(env->call, "the event loop of this environment is the system's");
  uv_stop(env->loop);
  return leave(env, napi_ok);
}

/** A module is a property of the object that `globalThis` has under the info; those of the system are in `system`. */
napi_status ark_napi_load_module_with_info(napi_env env, const char* path, const char* info, napi_value* result) {
  ENTER(env, "napi_load_module_with_info");
  REQUIRE(env, result && path);
  require_scope(env);
  napi_value global, modules, module;
  napi_valuetype type = napi_undefined;
  napi_get_global(env->node, &global);
  napi_status status = napi_get_named_property(env->node, global, info ? info : "system", &modules);
  if (status == napi_ok) status = napi_get_named_property(env->node, modules, path, &module);
  if (status == napi_ok) napi_typeof(env->node, module, &type);
  bool pending = false;
  napi_is_exception_pending(env->node, &pending);
  if (pending) return leave(env, napi_pending_exception);
  if (status != napi_ok || type == napi_undefined) return leave(env, napi_generic_failure);
  // A number stands for the status with which the system refuses.
  int32_t refused;
  if (type == napi_number && napi_get_value_int32(env->node, module, &refused) == napi_ok) return leave(env, refused);
  *result = to_handle(env, module);
  return leave(env, napi_ok);
}

/** Exported, because the system exports it; a call says that the personality has to learn it first. */
#define NOT_YET(name) \
  napi_status ark_##name(void) { fatal(#name, "the personality does not have this function yet"); }
NOT_YET(napi_coerce_to_native_binding_object)
NOT_YET(napi_create_ark_context)
NOT_YET(napi_create_callsite_info)
NOT_YET(napi_create_external_string_ascii)
NOT_YET(napi_create_external_string_utf16)
NOT_YET(napi_create_strong_sendable_reference)
NOT_YET(napi_define_sendable_class)
NOT_YET(napi_delete_callsite_info)
NOT_YET(napi_delete_serialization_data)
NOT_YET(napi_delete_strong_sendable_reference)
NOT_YET(napi_deserialize)
NOT_YET(napi_destroy_ark_context)
NOT_YET(napi_get_buffer_string_utf16_in_critical_scope)
NOT_YET(napi_get_global_handle_count)
NOT_YET(napi_get_property_with_callsite_info)
NOT_YET(napi_get_strong_sendable_reference_value)
NOT_YET(napi_load_module)
NOT_YET(napi_run_script_path)
NOT_YET(napi_serialize)
NOT_YET(napi_set_property_with_callsite_info)
NOT_YET(napi_switch_ark_context)
