// Functions and calls: around a function of an addon the host opens a scope.
#include <stdlib.h>

#include "host.h"

/** What the data pointer of every function in Node points to. */
struct function {
  function* next;
  napi_env env;
  napi_callback method, getter, setter;
  void* data;
};

static function* new_function(napi_env env, napi_callback method, void* data) {
  function* made = malloc(sizeof *made);
  *made = (function){.next = env->functions, .env = env, .method = method, .data = data};
  return env->functions = made;
}

void free_functions(napi_env env) {
  for (function *next, *each = env->functions; each; each = next) {
    next = each->next;
    free(each);
  }
}

static function* called(napi_env node, napi_callback_info info) {
  void* data;
  napi_get_cb_info(node, info, NULL, NULL, NULL, &data);
  return data;
}

void restore_pending(napi_env env) {
  if (!env->left_pending) return;
  napi_value exception;
  // A property of an object, because it need not be an object itself.
  napi_get_reference_value(env->node, env->left_pending, &exception);
  napi_get_named_property(env->node, exception, "value", &exception);
  napi_delete_reference(env->node, env->left_pending);
  env->left_pending = NULL;
  napi_throw(env->node, exception);
}

static napi_value call(function* of, napi_callback callback, napi_callback_info info) {
  napi_env env = of->env;
  push_scope(env, SCOPE_HOST);
  restore_pending(env);
  napi_value result = callback(env, info);
  env->call = "the result of a function";
  napi_value node = from_handle(env, result);
  pop_scope(env, "the end of a function");
  return node;
}

static napi_value call_method(napi_env node, napi_callback_info info) {
  function* of = called(node, info);
  return call(of, of->method, info);
}

static napi_value call_getter(napi_env node, napi_callback_info info) {
  function* of = called(node, info);
  return call(of, of->getter, info);
}

static napi_value call_setter(napi_env node, napi_callback_info info) {
  function* of = called(node, info);
  return call(of, of->setter, info);
}

napi_status ark_napi_create_function(napi_env env, const char* name, size_t length, napi_callback callback, void* data,
                                     napi_value* result) {
  ENTER(env, "napi_create_function");
  REQUIRE(env, callback && result);
  require_scope(env);
  napi_value node;
  napi_status status = napi_create_function(env->node, name, length, call_method, new_function(env, callback, data), &node);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_get_cb_info(napi_env env, napi_callback_info info, size_t* argc, napi_value* argv,
                                 napi_value* receiver, void** data) {
  ENTER(env, "napi_get_cb_info");
  REQUIRE(env, info);
  size_t room = argc && argv ? *argc : 0;
  void* of;
  napi_status status = napi_get_cb_info(env->node, info, argc, argv, receiver, &of);
  if (status != napi_ok) return leave(env, status);
  for (size_t index = 0; index < room; index += 1) argv[index] = to_handle(env, argv[index]);
  if (receiver) *receiver = to_handle(env, *receiver);
  if (data) *data = ((function*)of)->data;
  return leave(env, napi_ok);
}

static napi_property_descriptor lowered(napi_env env, const napi_property_descriptor* from) {
  function* of = new_function(env, from->method, from->data);
  of->getter = from->getter;
  of->setter = from->setter;
  return (napi_property_descriptor){
      .utf8name = from->utf8name,
      .name = from_handle(env, from->name),
      .method = from->method ? call_method : NULL,
      .getter = from->getter ? call_getter : NULL,
      .setter = from->setter ? call_setter : NULL,
      .value = from_handle(env, from->value),
      .attributes = from->attributes,
      .data = of,
  };
}

napi_status ark_napi_define_properties(napi_env env, napi_value object, size_t count,
                                       const napi_property_descriptor* properties) {
  ENTER(env, "napi_define_properties");
  REQUIRE(env, object && (properties || count == 0));
  napi_value node = from_handle(env, object);
  bool pending;
  napi_is_exception_pending(env->node, &pending);
  if (pending) return leave(env, napi_pending_exception);
  for (size_t index = 0; index < count; index += 1) {
    napi_property_descriptor property = lowered(env, &properties[index]);
    napi_status status = napi_define_properties(env->node, node, 1, &property);
    napi_value exception;
    // Node 20 says "invalid argument" where something has thrown.
    if (status != napi_ok) napi_is_exception_pending(env->node, &pending);
    if (pending) {
      // Swallowed: the caller does not hear of it. Under Node 20 a proxy's exception stays with V8, until it is thrown again.
      napi_get_and_clear_last_exception(env->node, &exception);
      napi_throw(env->node, exception);
      napi_get_and_clear_last_exception(env->node, &exception);
    }
    if (status != napi_ok && !pending) return leave(env, status);
    pending = false;
  }
  return leave(env, napi_ok);
}

napi_status ark_napi_define_class(napi_env env, const char* name, size_t length, napi_callback constructor, void* data,
                                  size_t count, const napi_property_descriptor* properties, napi_value* result) {
  ENTER(env, "napi_define_class");
  REQUIRE(env, constructor && result && (properties || count == 0));
  require_scope(env);
  napi_property_descriptor* lower = malloc((count + 1) * sizeof *lower);
  for (size_t index = 0; index < count; index += 1) lower[index] = lowered(env, &properties[index]);
  function* of = new_function(env, constructor, data);
  napi_value node;
  napi_status status = napi_define_class(env->node, name, length, call_method, of, count, lower, &node);
  free(lower);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_call_function(napi_env env, napi_value receiver, napi_value called, size_t argc,
                                   const napi_value* argv, napi_value* result) {
  ENTER(env, "napi_call_function");
  REQUIRE(env, called && (argv || argc == 0));
  require_scope(env);
  napi_value this_node = from_handle(env, receiver), node = NULL;
  if (!this_node) napi_get_undefined(env->node, &this_node);
  napi_value* nodes = from_handles(env, argc, argv);
  napi_status status = napi_call_function(env->node, this_node, from_handle(env, called), argc, nodes, &node);
  free(nodes);
  if (status == napi_ok && result) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_new_instance(napi_env env, napi_value constructor, size_t argc, const napi_value* argv,
                                  napi_value* result) {
  ENTER(env, "napi_new_instance");
  REQUIRE(env, constructor && result && (argv || argc == 0));
  require_scope(env);
  napi_value* nodes = from_handles(env, argc, argv);
  napi_value node;
  napi_status status = napi_new_instance(env->node, from_handle(env, constructor), argc, nodes, &node);
  free(nodes);
  if (status == napi_ok) *result = to_handle(env, node);
  return leave(env, status);
}

napi_status ark_napi_make_callback(napi_env env, napi_async_context context, napi_value receiver, napi_value called,
                                   size_t argc, const napi_value* argv, napi_value* result) {
  ENTER(env, "napi_make_callback");
  REQUIRE(env, receiver && called && (argv || argc == 0));
  require_scope(env);
  napi_value* nodes = from_handles(env, argc, argv);
  napi_value this_node = from_handle(env, receiver), node = NULL;
  napi_status status =
      napi_make_callback(env->node, context, this_node, from_handle(env, called), argc, nodes, result ? &node : NULL);
  free(nodes);
  if (status == napi_ok && result) *result = to_handle(env, node);
  return leave(env, status);
}
