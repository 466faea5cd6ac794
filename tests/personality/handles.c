// Handles of the personality's own, which name their scope: the use of one after its scope is seen, and ends the process.
#include <stdlib.h>

#include "host.h"

// A handle is the number of its slot, and above it a serial number that no other handle has.
enum { SLOT_BITS = 24 };

static void* grown(void* array, size_t count, size_t* capacity, size_t size) {
  if (count < *capacity) return array;
  *capacity = *capacity ? 2 * *capacity : 64;
  return realloc(array, *capacity * size);
}

static scope* open_scope(napi_env env, int kind, void* node) {
  env->scopes = grown(env->scopes, env->scope_count, &env->scope_capacity, sizeof *env->scopes);
  scope* opened = &env->scopes[env->scope_count++];
  *opened = (scope){.kind = kind, .id = env->serial++, .base = env->handle_count, .node = node};
  return opened;
}

void push_scope(napi_env env, int kind) { open_scope(env, kind, NULL); }

void pop_scope(napi_env env, const char* what) {
  scope* innermost = &env->scopes[env->scope_count - 1];
  if (innermost->kind != SCOPE_HOST && innermost->kind != SCOPE_NONE) fatal(what, "a handle scope was left open");
  env->handle_count = innermost->base;
  env->scope_count -= 1;
}

void require_scope(napi_env env) {
  if (env->scope_count == 0 || env->scopes[env->scope_count - 1].kind == SCOPE_NONE) {
    fatal(env->call, "no handle scope is open here");
  }
}

static size_t new_slot(napi_env env) {
  env->handles = grown(env->handles, env->handle_count, &env->handle_capacity, sizeof *env->handles);
  if (env->handle_count >> SLOT_BITS) fatal(env->call, "too many handles in open scopes");
  env->handles[env->handle_count] = (handle_entry){0};
  return env->handle_count++;
}

static napi_value fill_slot(napi_env env, size_t slot, napi_value node) {
  uint64_t handle = env->serial++ << SLOT_BITS | slot;
  env->handles[slot] = (handle_entry){handle, node};
  return (napi_value)(uintptr_t)handle;
}

napi_value to_handle(napi_env env, napi_value node) {
  if (!node) return NULL;
  require_scope(env);
  return fill_slot(env, new_slot(env), node);
}

napi_value from_handle(napi_env env, napi_value value) {
  if (!value) return NULL;
  uint64_t handle = (uintptr_t)value;
  size_t slot = handle & ((1u << SLOT_BITS) - 1);
  if (slot >= env->handle_count || env->handles[slot].handle != handle) {
    fatal(env->call, "a handle is used after its scope, or in another environment");
  }
  return env->handles[slot].node;
}

napi_value* from_handles(napi_env env, size_t count, const napi_value* handles) {
  napi_value* nodes = malloc((count + 1) * sizeof *nodes);
  for (size_t index = 0; index < count; index += 1) nodes[index] = from_handle(env, handles[index]);
  return nodes;
}

static napi_status open_handle_scope(napi_env env, napi_handle_scope* result) {
  REQUIRE(env, result);
  napi_handle_scope node;
  napi_status status = napi_open_handle_scope(env->node, &node);
  if (status == napi_ok) *result = (napi_handle_scope)(uintptr_t)open_scope(env, SCOPE_PLAIN, node)->id;
  return leave(env, status);
}

/** The innermost scope, which has to be the one with this id. */
static scope* innermost(napi_env env, void* id, bool escapable) {
  scope* found = env->scope_count ? &env->scopes[env->scope_count - 1] : NULL;
  bool right = found && found->id == (uintptr_t)id;
  if (!right || (found->kind != SCOPE_PLAIN) != escapable) fatal(env->call, "this is not the innermost handle scope");
  return found;
}

napi_status ark_napi_open_handle_scope(napi_env env, napi_handle_scope* result) {
  ENTER(env, "napi_open_handle_scope");
  return open_handle_scope(env, result);
}

napi_status ark_napi_close_handle_scope(napi_env env, napi_handle_scope handle_scope) {
  ENTER(env, "napi_close_handle_scope");
  REQUIRE(env, handle_scope);
  scope* closed = innermost(env, handle_scope, false);
  env->handle_count = closed->base;
  env->scope_count -= 1;
  return leave(env, napi_close_handle_scope(env->node, closed->node));
}

napi_status ark_napi_open_critical_scope(napi_env env, napi_handle_scope* result) {
  ENTER(env, "napi_open_critical_scope");
  return open_handle_scope(env, result);
}

napi_status ark_napi_close_critical_scope(napi_env env, napi_handle_scope handle_scope) {
  return ark_napi_close_handle_scope(env, handle_scope);
}

napi_status ark_napi_open_escapable_handle_scope(napi_env env, napi_escapable_handle_scope* result) {
  ENTER(env, "napi_open_escapable_handle_scope");
  REQUIRE(env, result);
  require_scope(env);
  napi_escapable_handle_scope node;
  napi_status status = napi_open_escapable_handle_scope(env->node, &node);
  if (status != napi_ok) return leave(env, status);
  size_t reserved = new_slot(env);
  scope* opened = open_scope(env, SCOPE_ESCAPABLE, node);
  opened->reserved = reserved;
  *result = (napi_escapable_handle_scope)(uintptr_t)opened->id;
  return leave(env, napi_ok);
}

napi_status ark_napi_close_escapable_handle_scope(napi_env env, napi_escapable_handle_scope handle_scope) {
  ENTER(env, "napi_close_escapable_handle_scope");
  REQUIRE(env, handle_scope);
  scope* closed = innermost(env, handle_scope, true);
  env->handle_count = closed->base;
  env->scope_count -= 1;
  return leave(env, napi_close_escapable_handle_scope(env->node, closed->node));
}

napi_status ark_napi_escape_handle(napi_env env, napi_escapable_handle_scope handle_scope, napi_value value,
                                   napi_value* result) {
  ENTER(env, "napi_escape_handle");
  REQUIRE(env, handle_scope && value && result);
  scope* found = NULL;
  for (size_t index = 0; index < env->scope_count; index += 1) {
    if (env->scopes[index].id == (uintptr_t)handle_scope) found = &env->scopes[index];
  }
  if (!found) fatal(env->call, "the scope is closed");
  if (found->kind == SCOPE_ESCAPED) return leave(env, napi_escape_called_twice);
  napi_value node;
  napi_status status = napi_escape_handle(env->node, found->node, from_handle(env, value), &node);
  if (status != napi_ok) return leave(env, status);
  found->kind = SCOPE_ESCAPED;
  *result = fill_slot(env, found->reserved, node);
  return leave(env, napi_ok);
}
