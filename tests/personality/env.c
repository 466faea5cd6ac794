// The environment of a thread: one, shared by all addons on it.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

// OpenHarmony runs up to 80 JavaScript threads. An array, so that addresses are used again soon, as they are there.
static struct napi_env__ envs[80];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static __thread napi_env current;

void fatal(const char* call, const char* message, ...) {
  va_list arguments;
  va_start(arguments, message);
  fprintf(stderr, "personality: %s: ", call);
  vfprintf(stderr, message, arguments);
  fprintf(stderr, "\n");
  va_end(arguments);
  abort();
}

napi_env current_env(void) { return current; }

bool is_live(napi_env env) { return env >= envs && env < envs + 80 && env->alive; }

void enter(napi_env env, const char* call) {
  if (env < envs || env >= envs + 80) fatal(call, "this is no environment");
  if (!env->alive) fatal(call, "the environment has ended");
  if (!pthread_equal(env->thread, pthread_self())) fatal(call, "called on another thread than the environment's");
  env->call = call;
}

napi_status leave(napi_env env, napi_status status) {
  env->error.error_code = status;
  return status;
}

napi_status ark_napi_get_last_error_info(napi_env env, const napi_extended_error_info** result) {
  static const char* const messages[] = {
      NULL,
      "Invalid argument",
      "An object was expected",
      "A string was expected",
      "A string or symbol was expected",
      "A function was expected",
      "A number was expected",
      "A boolean was expected",
      "An array was expected",
      "Unknown failure",
      "An exception is pending",
      "The async work item was cancelled",
      "napi_escape_handle already called on scope",
      "Invalid handle scope usage",
      "Invalid callback scope usage",
      "Thread-safe function queue is full",
      "Thread-safe function handle is closing",
      "A bigint was expected",
      "A date was expected",
      "An arraybuffer was expected",
      "A detachable arraybuffer was expected",
      "Main thread would deadlock",
      "Too many runtimes",
      "The thread has a runtime already",
      "The runtime does not exist",
  };
  ENTER(env, "napi_get_last_error_info");
  REQUIRE(env, result);
  env->error.error_message = messages[env->error.error_code];
  *result = &env->error;
  return napi_ok;
}

napi_status ark_napi_set_instance_data(napi_env env, void* data, napi_finalize finalize, void* hint) {
  ENTER(env, "napi_set_instance_data");
  // One slot for all addons: the one that comes second ends the data of the first.
  if (env->instance_finalize) env->instance_finalize(env, env->instance_data, env->instance_hint);
  env->instance_data = data;
  env->instance_finalize = finalize;
  env->instance_hint = hint;
  return leave(env, napi_ok);
}

napi_status ark_napi_get_instance_data(napi_env env, void** result) {
  ENTER(env, "napi_get_instance_data");
  REQUIRE(env, result);
  *result = env->instance_data;
  return leave(env, napi_ok);
}

napi_status ark_napi_get_version(napi_env env, uint32_t* result) {
  ENTER(env, "napi_get_version");
  REQUIRE(env, result);
  *result = 8;
  return leave(env, napi_ok);
}

void ark_napi_fatal_error(const char* location, size_t location_length, const char* message, size_t message_length) {
  napi_fatal_error(location, location_length, message, message_length);
}

/** The end of the environment, but for what Node still finalizes: wraps, externals, and at last `finish`. */
static void teardown(void* argument) {
  napi_env env = argument;
  while (env->works_queued) uv_run(env->loop, UV_RUN_ONCE);
  run_hooks(env);
  uv_run(env->loop, UV_RUN_NOWAIT);
  end_threadsafe_functions(env);
  end_runner(env);
}

void move_teardown_last(napi_env env) {
  napi_remove_env_cleanup_hook(env->node, teardown, env);
  napi_add_env_cleanup_hook(env->node, teardown, env);
}

/** Node runs finalizers in the reverse order of their making: this is the first one made, and so the last. */
static void finish(napi_env node, void* data, void* hint) {
  napi_env env = data;
  (void)node, (void)hint;
  env->alive = false;
  if (env->instance_finalize) env->instance_finalize(env, env->instance_data, env->instance_hint);
  free_functions(env);
  free(env->handles);
  free(env->scopes);
  pthread_mutex_lock(&lock);
  memset(env, 0, sizeof *env);
  pthread_mutex_unlock(&lock);
  current = NULL;
}

static napi_env take_slot(napi_env node) {
  napi_env env = NULL;
  pthread_mutex_lock(&lock);
  for (size_t index = 0; index < 80 && !env; index += 1) {
    if (!envs[index].node) env = &envs[index];
  }
  if (!env) fatal("a new environment", "there are 80 already");
  env->node = node;
  pthread_mutex_unlock(&lock);
  env->thread = pthread_self();
  env->alive = true;
  env->serial = 1;
  napi_get_uv_event_loop(node, &env->loop);
  return env;
}

static napi_env begin(napi_env node) {
  napi_env env = take_slot(node);
  begin_runner(env);
  napi_set_instance_data(node, env, finish, NULL);
  napi_add_env_cleanup_hook(node, teardown, env);
  return env;
}

napi_env begin_inner(void) {
  napi_env outer = current;
  current = take_slot(outer->node);
  current->outer = outer;
  return current;
}

void end_inner(napi_env env) {
  if (env->scope_count) fatal("napi_destroy_ark_runtime", "a handle scope was left open");
  teardown(env);
  current = env->outer;
  // What Node finalizes later finds an environment that is gone; the system would have finalized it here.
  free(env->handles);
  free(env->scopes);
  pthread_mutex_lock(&lock);
  memset(env, 0, sizeof *env);
  pthread_mutex_unlock(&lock);
}

// Node calls it once per thread: this addon's environment is what the addons on it share.
napi_value napi_register_module_v1(napi_env node, napi_value exports) {
  if (current) {
    napi_throw_error(node, NULL, "the personality is on this thread already");
    return NULL;
  }
  current = begin(node);
  napi_value function;
  napi_create_function(node, "load", NAPI_AUTO, load, NULL, &function);
  napi_set_named_property(node, exports, "load", function);
  return exports;
}
