// References, wraps, externals and finalizers.
#include <stdlib.h>

#include "host.h"

struct napi_ref__ {
  napi_ref node;
  // What Node cannot refer to is a property of an object that it can.
  bool boxed;
  uint32_t count;
};

/** The data of a wrap and of everything else that has a finalizer. */
typedef struct {
  napi_env env;
  napi_finalize finalize;
  void *data, *hint;
} finalizer;

static bool is_primitive(napi_env env, napi_value node) {
  napi_valuetype type;
  napi_typeof(env->node, node, &type);
  return type != napi_object && type != napi_function && type != napi_symbol && type != napi_external;
}

napi_ref new_reference(napi_env env, napi_value node, uint32_t count) {
  napi_ref made = malloc(sizeof *made);
  *made = (struct napi_ref__){.boxed = is_primitive(env, node), .count = count};
  if (made->boxed) {
    napi_value box;
    napi_create_object(env->node, &box);
    napi_set_named_property(env->node, box, "value", node);
    napi_create_reference(env->node, box, 1, &made->node);
  } else {
    napi_create_reference(env->node, node, count, &made->node);
  }
  return made;
}

napi_status ark_napi_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  ENTER(env, "napi_create_reference");
  REQUIRE(env, value && result);
  *result = new_reference(env, from_handle(env, value), count);
  return leave(env, napi_ok);
}

napi_status ark_napi_delete_reference(napi_env env, napi_ref reference) {
  ENTER(env, "napi_delete_reference");
  REQUIRE(env, reference);
  napi_status status = napi_delete_reference(env->node, reference->node);
  free(reference);
  return leave(env, status);
}

napi_status ark_napi_reference_ref(napi_env env, napi_ref reference, uint32_t* result) {
  ENTER(env, "napi_reference_ref");
  REQUIRE(env, reference);
  napi_status status = reference->boxed ? napi_ok : napi_reference_ref(env->node, reference->node, NULL);
  if (status == napi_ok) reference->count += 1;
  if (status == napi_ok && result) *result = reference->count;
  return leave(env, status);
}

napi_status ark_napi_reference_unref(napi_env env, napi_ref reference, uint32_t* result) {
  ENTER(env, "napi_reference_unref");
  REQUIRE(env, reference);
  if (reference->count == 0) return leave(env, napi_generic_failure);
  napi_status status = reference->boxed ? napi_ok : napi_reference_unref(env->node, reference->node, NULL);
  if (status == napi_ok) reference->count -= 1;
  if (status == napi_ok && result) *result = reference->count;
  return leave(env, status);
}

napi_status ark_napi_get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  ENTER(env, "napi_get_reference_value");
  REQUIRE(env, reference && result);
  require_scope(env);
  napi_value node;
  napi_status status = napi_get_reference_value(env->node, reference->node, &node);
  if (status == napi_ok && reference->boxed) status = napi_get_named_property(env->node, node, "value", &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

void* new_finalizer(napi_env env, napi_finalize finalize, void* data, void* hint) {
  finalizer* made = malloc(sizeof *made);
  *made = (finalizer){env, finalize, data, hint};
  return made;
}

void run_finalizer(napi_env node, void* data, void* unused) {
  finalizer run = *(finalizer*)data;
  (void)node, (void)unused;
  free(data);
  push_scope(run.env, SCOPE_NONE);
  if (run.finalize) run.finalize(run.env, run.data, run.hint);
  pop_scope(run.env, "the end of a finalizer");
}

napi_status ark_napi_add_finalizer(napi_env env, napi_value object, void* data, napi_finalize finalize, void* hint,
                                   napi_ref* result) {
  ENTER(env, "napi_add_finalizer");
  REQUIRE(env, object && finalize);
  napi_value node = from_handle(env, object);
  void* made = new_finalizer(env, finalize, data, hint);
  napi_status status = napi_add_finalizer(env->node, node, made, run_finalizer, NULL, NULL);
  if (status != napi_ok) free(made);
  // Strong, where Node's is weak: an object with it is not collected until the reference is deleted.
  if (status == napi_ok && result) *result = new_reference(env, node, 1);
  return leave(env, status);
}

static napi_status wrap(napi_env env, napi_value object, void* native, napi_finalize finalize, void* hint, bool strong,
                        napi_ref* result) {
  REQUIRE(env, object && native && finalize);
  napi_value node = from_handle(env, object);
  void* earlier = NULL;
  if (napi_remove_wrap(env->node, node, &earlier) == napi_ok) {
    // Silently redefined: what was wrapped first goes with the object.
    napi_add_finalizer(env->node, node, earlier, run_finalizer, NULL, NULL);
  }
  void* made = new_finalizer(env, finalize, native, hint);
  napi_status status = napi_wrap(env->node, node, made, run_finalizer, NULL, NULL);
  if (status != napi_ok) free(made);
  if (status == napi_ok && result) *result = new_reference(env, node, strong ? 1 : 0);
  return leave(env, status);
}

napi_status ark_napi_wrap(napi_env env, napi_value object, void* native, napi_finalize finalize, void* hint,
                          napi_ref* result) {
  ENTER(env, "napi_wrap");
  return wrap(env, object, native, finalize, hint, true, result);
}

/** API level 18: with the size of what is wrapped, and whether it is finalized on another thread. */
napi_status ark_napi_wrap_enhance(napi_env env, napi_value object, void* native, napi_finalize finalize, bool async,
                                  void* hint, size_t size, napi_ref* result) {
  ENTER(env, "napi_wrap_enhance");
  (void)size;
  if (async) fatal(env->call, "the personality does not finalize on another thread");
  return wrap(env, object, native, finalize, hint, true, result);
}

napi_status ark_napi_unwrap(napi_env env, napi_value object, void** result) {
  ENTER(env, "napi_unwrap");
  REQUIRE(env, object && result);
  void* made;
  napi_status status = napi_unwrap(env->node, from_handle(env, object), &made);
  if (status == napi_ok) *result = ((finalizer*)made)->data;
  return leave(env, status);
}

napi_status ark_napi_remove_wrap(napi_env env, napi_value object, void** result) {
  ENTER(env, "napi_remove_wrap");
  REQUIRE(env, object);
  void* made;
  napi_status status = napi_remove_wrap(env->node, from_handle(env, object), &made);
  if (status != napi_ok) return leave(env, status);
  if (result) *result = ((finalizer*)made)->data;
  run_finalizer(env->node, made, NULL);
  return leave(env, napi_ok);
}

napi_status ark_napi_create_external(napi_env env, void* data, napi_finalize finalize, void* hint, napi_value* result) {
  ENTER(env, "napi_create_external");
  REQUIRE(env, result);
  require_scope(env);
  napi_value node;
  // Node finalizes the data it was given, which is not the addon's.
  napi_status status = napi_create_external(env->node, data, NULL, NULL, &node);
  if (status == napi_ok && finalize) {
    void* made = new_finalizer(env, finalize, data, hint);
    status = napi_add_finalizer(env->node, node, made, run_finalizer, NULL, NULL);
  }
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

static void finalize_memory(napi_env node, void* data, void* made) {
  (void)data;
  run_finalizer(node, made, NULL);
}

napi_status ark_napi_create_external_arraybuffer(napi_env env, void* data, size_t length, napi_finalize finalize,
                                                 void* hint, napi_value* result) {
  ENTER(env, "napi_create_external_arraybuffer");
  REQUIRE(env, data && finalize && result);
  require_scope(env);
  napi_value node;
  void* made = new_finalizer(env, finalize, data, hint);
  napi_status status = napi_create_external_arraybuffer(env->node, data, length, finalize_memory, made, &node);
  move_teardown_last(env);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_create_external_buffer(napi_env env, size_t length, void* data, napi_finalize finalize, void* hint,
                                            napi_value* result) {
  ENTER(env, "napi_create_external_buffer");
  REQUIRE(env, data && result);
  require_scope(env);
  napi_value node;
  void* made = new_finalizer(env, finalize, data, hint);
  napi_status status = napi_create_external_buffer(env->node, length, data, finalize_memory, made, &node);
  move_teardown_last(env);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}
