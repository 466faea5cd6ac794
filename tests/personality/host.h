// What the parts of the personality share. `env` is always the personality's, `env->node` the one of Node below it.
#ifndef HOST_H
#define HOST_H

#include <pthread.h>

#include "napi.h"

typedef struct scope {
  enum { SCOPE_HOST, SCOPE_PLAIN, SCOPE_ESCAPABLE, SCOPE_ESCAPED, SCOPE_NONE } kind;
  uint64_t id;
  size_t base;      // its first handle
  size_t reserved;  // where the escaped handle goes, among those of the scope around
  void* node;
} scope;

typedef struct {
  uint64_t handle;
  napi_value node;
} handle_entry;

typedef struct cleanup_hook {
  struct cleanup_hook* next;
  napi_cleanup_hook hook;
  napi_async_cleanup_hook async;
  void* argument;
  napi_env env;
  uint64_t id;
} cleanup_hook;

typedef struct function function;
struct runner;

struct napi_env__ {
  napi_env node;
  napi_env outer;  // of a runtime that an addon has made
  bool alive;
  pthread_t thread;
  struct uv_loop_s* loop;
  const char* call;  // what the addon has called last, for messages
  napi_extended_error_info error;
  napi_ref left_pending;  // the exception that an Init has left
  uint64_t serial;
  handle_entry* handles;
  size_t handle_count, handle_capacity;
  scope* scopes;
  size_t scope_count, scope_capacity;
  function* functions;
  cleanup_hook* hooks;
  uint64_t next_hook;
  unsigned async_hooks_running, works_queued, closing;
  napi_threadsafe_function threadsafe;
  struct runner* runner;
  void* instance_data;
  napi_finalize instance_finalize;
  void* instance_hint;
};

// Begins a function of the host: an environment that is null is refused, one of another thread or of the past ends the process.
#define ENTER(env, name)                  \
  do {                                    \
    if (!(env)) return napi_invalid_arg;  \
    enter(env, name);                     \
  } while (0)
#define REQUIRE(env, condition)                               \
  do {                                                        \
    if (!(condition)) return leave(env, napi_invalid_arg);    \
  } while (0)

void fatal(const char* call, const char* message, ...) __attribute__((noreturn, format(printf, 2, 3)));
void enter(napi_env env, const char* call);
napi_status leave(napi_env env, napi_status status);
/** The environment of this thread, or null. */
napi_env current_env(void);
bool is_live(napi_env env);
/** An environment of an addon's own, on top of the same of Node, until its end. */
napi_env begin_inner(void);
void end_inner(napi_env env);

// A scope without handles stands around callbacks for which the host opens none: cleanup hooks, finalizers.
void push_scope(napi_env env, int kind);
void pop_scope(napi_env env, const char* what);
void require_scope(napi_env env);
napi_value to_handle(napi_env env, napi_value node);
napi_value from_handle(napi_env env, napi_value handle);
/** The handles of an array, to be freed. */
napi_value* from_handles(napi_env env, size_t count, const napi_value* handles);

/** Whether a value of Node's is a `SharedArrayBuffer`. */
bool is_shared_buffer(napi_env env, napi_value node);
napi_ref new_reference(napi_env env, napi_value node, uint32_t count);

/** Leaves the exception pending again that an Init has left. */
void restore_pending(napi_env env);
/** An addon's finalizer as Node may call it, with the pointer as data. */
void* new_finalizer(napi_env env, napi_finalize finalize, void* data, void* hint);
void run_finalizer(napi_env node, void* finalizer, void* unused);
void free_functions(napi_env env);

/** Node runs the hook that was added last first: the teardown has to come before the hooks that Node adds for itself. */
void move_teardown_last(napi_env env);
void run_hooks(napi_env env);
void end_threadsafe_functions(napi_env env);

/** The event runner of the main thread, on which tasks run by their priority; on other threads there is none. */
void begin_runner(napi_env env);
void end_runner(napi_env env);
bool post_task(napi_env env, int priority, bool is_tail, void (*run)(napi_threadsafe_function, void*),
               napi_threadsafe_function of, void* data);

napi_value load(napi_env node, napi_callback_info info);

// libuv, as far as it is needed; Node exports it.
typedef void (*uv_callback)(void* handle);
enum { UV_RUN_DEFAULT, UV_RUN_ONCE, UV_RUN_NOWAIT, UV_ASYNC = 1 };
int uv_run(struct uv_loop_s* loop, int mode);
int uv_async_init(struct uv_loop_s* loop, void* async, uv_callback callback);
int uv_async_send(void* async);
void uv_stop(struct uv_loop_s* loop);
void uv_close(void* handle, uv_callback callback);
void uv_ref(void* handle);
void uv_unref(void* handle);
size_t uv_handle_size(int type);
void* uv_handle_get_data(const void* handle);
void uv_handle_set_data(void* handle, void* data);

#endif
