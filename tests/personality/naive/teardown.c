// What runs when the environment ends, in the order in which it prints itself.
#include "naive.h"

static void print(const char* what) {
  printf("%s\n", what);
  fflush(stdout);
}

static void hook_one(void* argument) { (void)argument, print("hook one"); }
static void hook_two(void* argument) { (void)argument, print("hook two"); }
static void other_hook(void* argument) { (void)argument, print("hook with an argument of its own"); }
static void finalize_wrap(napi_env env, void* data, void* hint) { (void)env, (void)data, (void)hint, print("wrap"); }
static void finalize_data(napi_env env, void* data, void* hint) { (void)env, (void)data, (void)hint, print("data"); }
static void finalize_threadsafe(napi_env env, void* data, void* hint) {
  (void)env, (void)data, (void)hint, print("thread-safe function");
}
static void call_js(napi_env env, napi_value function, void* context, void* data) {
  (void)env, (void)function, (void)context, (void)data, print("call");
}
static void execute(napi_env env, void* data) { (void)env, (void)data; }
static void complete(napi_env env, napi_status status, void* data) { (void)env, (void)status, (void)data, print("work"); }

static napi_value run(napi_env env, napi_callback_info info) {
  static int own_argument;
  napi_value object = argument(env, info);
  napi_threadsafe_function function;
  napi_async_work work;
  CHECK(napi_set_instance_data(env, NULL, finalize_data, NULL));
  CHECK(napi_wrap(env, object, &own_argument, finalize_wrap, NULL, NULL));
  CHECK(napi_add_env_cleanup_hook(env, other_hook, &own_argument));
  CHECK(napi_create_threadsafe_function(env, NULL, NULL, text(env, "teardown"), 0, 1, NULL, finalize_threadsafe, NULL,
                                        call_js, &function));
  CHECK(napi_unref_threadsafe_function(env, function));
  CHECK(napi_add_env_cleanup_hook(env, hook_one, NULL));
  CHECK(napi_add_env_cleanup_hook(env, hook_two, NULL));
  CHECK(napi_create_async_work(env, NULL, text(env, "teardown"), execute, complete, NULL, &work));
  CHECK(napi_queue_async_work(env, work));
  return NULL;
}

ADDON_OF(run)
