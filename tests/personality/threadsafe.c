// Thread-safe functions: Node's are finalized when the environment ends and have a scope for each call, these have neither.
#include <stdlib.h>

#include "host.h"

typedef struct call {
  struct call* next;
  void* data;
} call;

struct napi_threadsafe_function__ {
  napi_threadsafe_function next;
  napi_env env;
  pthread_mutex_t lock;
  pthread_cond_t room;
  enum { OPEN, CLOSING, FINALIZED, DEAD } state;
  size_t threads, size, limit;
  call *first, **last;
  void* async;
  napi_async_context async_context;
  napi_ref function;
  napi_threadsafe_function_call_js call_js;
  void *context, *finalize_data;
  napi_finalize finalize;
};

static void close_now(napi_threadsafe_function of);

static bool pop(napi_threadsafe_function of, void** data) {
  pthread_mutex_lock(&of->lock);
  call* taken = of->state == OPEN ? of->first : NULL;
  if (taken) {
    of->first = taken->next;
    if (!of->first) of->last = &of->first;
    // Only who leaves a full queue is heard: of two producers that wait, one may wait for ever.
    if (of->size == of->limit) pthread_cond_signal(&of->room);
    of->size -= 1;
    *data = taken->data;
  }
  pthread_mutex_unlock(&of->lock);
  free(taken);
  return taken;
}

/** `napi_call_function` is what a thread-safe function without a callback of its own does. */
static void call_one(napi_threadsafe_function of, void* data) {
  napi_env env = of->env;
  napi_value node = NULL, receiver;
  if (of->function) napi_get_reference_value(env->node, of->function, &node);
  if (of->call_js) {
    of->call_js(env, to_handle(env, node), of->context, data);
  } else if (node) {
    napi_get_undefined(env->node, &receiver);
    napi_call_function(env->node, receiver, node, 0, NULL, NULL);
  }
}

/** Runs `body` in one scope; what has been thrown is looked at when it is done. */
static void run_in_scope(napi_threadsafe_function of, void (*body)(napi_threadsafe_function, void*), void* argument) {
  napi_env env = of->env;
  napi_handle_scope handles;
  napi_callback_scope callback;
  napi_value resource, exception;
  napi_open_handle_scope(env->node, &handles);
  push_scope(env, SCOPE_HOST);
  napi_create_object(env->node, &resource);
  bool opened = napi_open_callback_scope(env->node, resource, of->async_context, &callback) == napi_ok;
  restore_pending(env);
  body(of, argument);
  bool pending = false;
  napi_is_exception_pending(env->node, &pending);
  if (pending && napi_get_and_clear_last_exception(env->node, &exception) == napi_ok) {
    napi_fatal_exception(env->node, exception);
  }
  if (opened) napi_close_callback_scope(env->node, callback);
  pop_scope(env, "the end of a batch of thread-safe calls");
  napi_close_handle_scope(env->node, handles);
}

static void call_batch(napi_threadsafe_function of, void* count) {
  void* data;
  for (size_t left = *(size_t*)count; left > 0 && pop(of, &data); left -= 1) call_one(of, data);
}

/** A task of the event runner knows the function by its address only. */
static void run_task(napi_threadsafe_function of, void* data) {
  if (of->state == FINALIZED) fatal("napi_call_threadsafe_function_with_priority", "the thread-safe function is gone");
  if (of->state != DEAD) run_in_scope(of, call_one, data);
}

static void rung(void* async) {
  napi_threadsafe_function of = uv_handle_get_data(async);
  pthread_mutex_lock(&of->lock);
  size_t count = of->size;
  pthread_mutex_unlock(&of->lock);
  if (count && of->state == OPEN) run_in_scope(of, call_batch, &count);
  pthread_mutex_lock(&of->lock);
  bool done = of->state == CLOSING || (of->state == OPEN && of->threads == 0 && of->size == 0);
  if (of->size && of->state == OPEN) uv_async_send(of->async);
  pthread_mutex_unlock(&of->lock);
  if (done) close_now(of);
}

static void drop_calls(napi_threadsafe_function of) {
  for (call* next; of->first; of->first = next) {
    next = of->first->next;
    free(of->first);
  }
  of->last = &of->first;
  of->size = 0;
  pthread_cond_broadcast(&of->room);
}

static void finalized(void* async) {
  napi_threadsafe_function of = uv_handle_get_data(async);
  napi_env env = of->env;
  free(async);
  push_scope(env, SCOPE_NONE);
  if (of->finalize) of->finalize(env, of->finalize_data, of->context);
  pop_scope(env, "the finalizer of a thread-safe function");
  env->closing -= 1;
}

static void close_now(napi_threadsafe_function of) {
  napi_env env = of->env;
  pthread_mutex_lock(&of->lock);
  of->state = FINALIZED;
  drop_calls(of);
  pthread_mutex_unlock(&of->lock);
  napi_threadsafe_function* place = &env->threadsafe;
  while (*place != of) place = &(*place)->next;
  *place = of->next;
  env->closing += 1;
  napi_handle_scope handles;
  napi_open_handle_scope(env->node, &handles);
  if (of->function) napi_delete_reference(env->node, of->function);
  napi_async_destroy(env->node, of->async_context);
  napi_close_handle_scope(env->node, handles);
  uv_close(of->async, finalized);
}

static void closed(void* async) {
  napi_threadsafe_function of = uv_handle_get_data(async);
  of->env->closing -= 1;
  free(async);
}

void end_threadsafe_functions(napi_env env) {
  // The loop's last turn closes what was released, although nothing may be there that keeps the loop alive for it.
  for (napi_threadsafe_function of = env->threadsafe, next; of; of = next) {
    next = of->next;
    if (of->state == CLOSING) close_now(of);
  }
  for (napi_threadsafe_function of = env->threadsafe; of; of = of->next) {
    pthread_mutex_lock(&of->lock);
    of->state = DEAD;
    drop_calls(of);
    pthread_mutex_unlock(&of->lock);
    env->closing += 1;
    uv_close(of->async, closed);
  }
  env->threadsafe = NULL;
  while (env->closing) uv_run(env->loop, UV_RUN_ONCE);
}

napi_status ark_napi_create_threadsafe_function(napi_env env, napi_value function, napi_value resource, napi_value name,
                                                size_t max_queue_size, size_t threads, void* finalize_data,
                                                napi_finalize finalize, void* context,
                                                napi_threadsafe_function_call_js call_js,
                                                napi_threadsafe_function* result) {
  ENTER(env, "napi_create_threadsafe_function");
  REQUIRE(env, name && threads > 0 && (function || call_js) && result);
  napi_value function_node = from_handle(env, function);
  napi_threadsafe_function made = malloc(sizeof *made);
  *made = (struct napi_threadsafe_function__){
      .next = env->threadsafe,
      .env = env,
      .threads = threads,
      .limit = max_queue_size,
      .async = malloc(uv_handle_size(UV_ASYNC)),
      .call_js = call_js,
      .context = context,
      .finalize_data = finalize_data,
      .finalize = finalize,
  };
  made->last = &made->first;
  pthread_mutex_init(&made->lock, NULL);
  pthread_cond_init(&made->room, NULL);
  napi_async_init(env->node, from_handle(env, resource), from_handle(env, name), &made->async_context);
  if (function_node) napi_create_reference(env->node, function_node, 1, &made->function);
  uv_async_init(env->loop, made->async, rung);
  uv_handle_set_data(made->async, made);
  env->threadsafe = made;
  *result = made;
  return leave(env, napi_ok);
}

/** What a function in this state answers; locks it if it is open. */
static napi_status lock_open(napi_threadsafe_function of, const char* name) {
  if (!of) return napi_invalid_arg;
  pthread_mutex_lock(&of->lock);
  if (of->state == OPEN) return napi_ok;
  napi_status status = of->state == DEAD ? napi_generic_failure : napi_closing;
  // Its memory is never freed, so that this is seen. (Node frees it here.)
  if (of->state == FINALIZED && of->threads == 0) fatal(name, "the thread-safe function is gone");
  if (of->threads > 0 && of->state != DEAD) of->threads -= 1;
  pthread_mutex_unlock(&of->lock);
  return status;
}

napi_status ark_napi_call_threadsafe_function(napi_threadsafe_function of, void* data,
                                              napi_threadsafe_function_call_mode mode) {
  napi_status status = lock_open(of, "napi_call_threadsafe_function");
  if (status != napi_ok) return status;
  while (of->limit && of->size >= of->limit && of->state == OPEN) {
    if (mode == napi_tsfn_nonblocking) status = napi_queue_full;
    if (status != napi_ok) break;
    pthread_cond_wait(&of->room, &of->lock);
  }
  if (of->state != OPEN) status = of->state == DEAD ? napi_generic_failure : napi_closing;
  if (status == napi_ok) {
    call* added = malloc(sizeof *added);
    *added = (call){.data = data};
    *of->last = added;
    of->last = &added->next;
    of->size += 1;
    uv_async_send(of->async);
  }
  pthread_mutex_unlock(&of->lock);
  return status;
}

napi_status ark_napi_call_threadsafe_function_with_priority(napi_threadsafe_function of, void* data, int priority,
                                                            bool is_tail) {
  // Immediate, high, low, idle.
  if (priority < 0 || priority > 3) return napi_invalid_arg;
  napi_status status = lock_open(of, "napi_call_threadsafe_function_with_priority");
  if (status != napi_ok) return status;
  if (!post_task(of->env, priority, is_tail, run_task, of, data)) status = napi_generic_failure;
  pthread_mutex_unlock(&of->lock);
  return status;
}

napi_status ark_napi_get_threadsafe_function_context(napi_threadsafe_function of, void** result) {
  if (!of || !result) return napi_invalid_arg;
  *result = of->context;
  return napi_ok;
}

napi_status ark_napi_acquire_threadsafe_function(napi_threadsafe_function of) {
  napi_status status = lock_open(of, "napi_acquire_threadsafe_function");
  if (status != napi_ok) return status;
  of->threads += 1;
  pthread_mutex_unlock(&of->lock);
  return napi_ok;
}

napi_status ark_napi_release_threadsafe_function(napi_threadsafe_function of,
                                                 napi_threadsafe_function_release_mode mode) {
  napi_status status = lock_open(of, "napi_release_threadsafe_function");
  // The release of one that closes is its last use, and a good one.
  if (status != napi_ok) return status == napi_closing ? napi_ok : status;
  if (of->threads == 0) status = napi_invalid_arg;
  if (status == napi_ok) {
    of->threads -= 1;
    if (mode == napi_tsfn_abort) of->state = CLOSING;
    if (of->state == CLOSING) pthread_cond_broadcast(&of->room);
    if (of->state == CLOSING || of->threads == 0) uv_async_send(of->async);
  }
  pthread_mutex_unlock(&of->lock);
  return status;
}

napi_status ark_napi_ref_threadsafe_function(napi_env env, napi_threadsafe_function of) {
  ENTER(env, "napi_ref_threadsafe_function");
  REQUIRE(env, of);
  if (of->state == OPEN) uv_ref(of->async);
  return leave(env, napi_ok);
}

napi_status ark_napi_unref_threadsafe_function(napi_env env, napi_threadsafe_function of) {
  ENTER(env, "napi_unref_threadsafe_function");
  REQUIRE(env, of);
  if (of->state == OPEN) uv_unref(of->async);
  return leave(env, napi_ok);
}
