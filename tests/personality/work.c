// Async work, and the hooks that run when the environment ends.
#include <stdlib.h>

#include "host.h"

struct napi_async_work__ {
  napi_async_work node;
  napi_env env;
  napi_async_execute_callback execute;
  napi_async_complete_callback complete;
  void* data;
};

static void execute(napi_env node, void* data) {
  napi_async_work work = data;
  (void)node;
  work->execute(work->env, work->data);
}

static void complete(napi_env node, napi_status status, void* data) {
  napi_async_work work = data;
  napi_env env = work->env;
  (void)node;
  env->works_queued -= 1;
  if (!work->complete) return;
  push_scope(env, SCOPE_HOST);
  restore_pending(env);
  work->complete(env, status, work->data);
  pop_scope(env, "the completion of an async work");
}

napi_status ark_napi_create_async_work(napi_env env, napi_value resource, napi_value name,
                                       napi_async_execute_callback run, napi_async_complete_callback completed,
                                       void* data, napi_async_work* result) {
  ENTER(env, "napi_create_async_work");
  REQUIRE(env, run && result);
  napi_async_work work = malloc(sizeof *work);
  *work = (struct napi_async_work__){.env = env, .execute = run, .complete = completed, .data = data};
  napi_value resource_node = from_handle(env, resource), name_node = from_handle(env, name);
  napi_status status = napi_create_async_work(env->node, resource_node, name_node, execute, complete, work, &work->node);
  if (status == napi_ok) *result = work;
  return leave(env, status);
}

napi_status ark_napi_delete_async_work(napi_env env, napi_async_work work) {
  ENTER(env, "napi_delete_async_work");
  REQUIRE(env, work);
  napi_status status = napi_delete_async_work(env->node, work->node);
  free(work);
  return leave(env, status);
}

napi_status ark_napi_queue_async_work(napi_env env, napi_async_work work) {
  ENTER(env, "napi_queue_async_work");
  REQUIRE(env, work);
  napi_status status = napi_queue_async_work(env->node, work->node);
  if (status == napi_ok) env->works_queued += 1;
  return leave(env, status);
}

napi_status ark_napi_queue_async_work_with_qos(napi_env env, napi_async_work work, int qos) {
  ENTER(env, "napi_queue_async_work_with_qos");
  // Background, utility, default, user-initiated.
  REQUIRE(env, qos >= 0 && qos <= 3);
  return ark_napi_queue_async_work(env, work);
}

napi_status ark_napi_cancel_async_work(napi_env env, napi_async_work work) {
  ENTER(env, "napi_cancel_async_work");
  REQUIRE(env, work);
  return leave(env, napi_cancel_async_work(env->node, work->node));
}

/** The place in the list of the hook with this argument, or the end of the list. */
static cleanup_hook** find(napi_env env, void* argument) {
  cleanup_hook** place = &env->hooks;
  while (*place && ((*place)->async || (*place)->argument != argument)) place = &(*place)->next;
  return place;
}

static cleanup_hook* add(napi_env env, cleanup_hook hook) {
  cleanup_hook* added = malloc(sizeof *added);
  *added = hook;
  added->env = env;
  added->id = env->next_hook++;
  added->next = env->hooks;
  return env->hooks = added;
}

napi_status ark_napi_add_env_cleanup_hook(napi_env env, napi_cleanup_hook hook, void* argument) {
  ENTER(env, "napi_add_env_cleanup_hook");
  REQUIRE(env, hook);
  // Known by the argument alone: a second one is dropped, and the caller hears nothing.
  if (!*find(env, argument)) add(env, (cleanup_hook){.hook = hook, .argument = argument});
  return leave(env, napi_ok);
}

napi_status ark_napi_remove_env_cleanup_hook(napi_env env, napi_cleanup_hook hook, void* argument) {
  ENTER(env, "napi_remove_env_cleanup_hook");
  REQUIRE(env, hook);
  cleanup_hook **place = find(env, argument), *found = *place;
  if (found) *place = found->next;
  free(found);
  return leave(env, napi_ok);
}

napi_status ark_napi_add_async_cleanup_hook(napi_env env, napi_async_cleanup_hook hook, void* argument,
                                            napi_async_cleanup_hook_handle* result) {
  ENTER(env, "napi_add_async_cleanup_hook");
  REQUIRE(env, hook);
  cleanup_hook* added = add(env, (cleanup_hook){.async = hook, .argument = argument});
  if (result) *result = (napi_async_cleanup_hook_handle)added;
  return leave(env, napi_ok);
}

napi_status ark_napi_remove_async_cleanup_hook(napi_async_cleanup_hook_handle handle) {
  cleanup_hook* removed = (cleanup_hook*)handle;
  if (!removed) return napi_invalid_arg;
  enter(removed->env, "napi_remove_async_cleanup_hook");
  cleanup_hook** place = &removed->env->hooks;
  while (*place && *place != removed) place = &(*place)->next;
  if (*place) {
    *place = removed->next;
  } else {
    removed->env->async_hooks_running -= 1;
  }
  free(removed);
  return napi_ok;
}

/** Takes the newest hook off the list; hooks that were added since the round began wait for the next one. */
static cleanup_hook* take(napi_env env, uint64_t limit) {
  cleanup_hook** place = &env->hooks;
  while (*place && (*place)->id >= limit) place = &(*place)->next;
  cleanup_hook* taken = *place;
  if (taken) *place = taken->next;
  return taken;
}

void run_hooks(napi_env env) {
  push_scope(env, SCOPE_NONE);
  while (env->hooks) {
    uint64_t limit = env->next_hook;
    for (cleanup_hook* hook; (hook = take(env, limit));) {
      if (hook->async) {
        env->async_hooks_running += 1;
        hook->async((napi_async_cleanup_hook_handle)hook, hook->argument);
      } else {
        hook->hook(hook->argument);
        free(hook);
      }
    }
    uv_run(env->loop, UV_RUN_NOWAIT);
    while (env->async_hooks_running) uv_run(env->loop, UV_RUN_ONCE);
  }
  pop_scope(env, "the end of the cleanup hooks");
}
