// Calls a function when work on the pool is done, and leaves what it throws to the host.
#include "naive.h"

struct uv_work_s;
extern int uv_queue_work(struct uv_loop_s*, struct uv_work_s*, void (*)(struct uv_work_s*), void (*)(struct uv_work_s*, int));

static napi_env kept_env;
static napi_ref callback;

static void work(struct uv_work_s* request) { (void)request; }

static void after_work(struct uv_work_s* request, int status) {
  napi_handle_scope scope;
  napi_value function, receiver;
  (void)status;
  free(request);
  napi_open_handle_scope(kept_env, &scope);
  napi_get_reference_value(kept_env, callback, &function);
  napi_get_undefined(kept_env, &receiver);
  napi_call_function(kept_env, receiver, function, 0, NULL, NULL);
  napi_delete_reference(kept_env, callback);
  napi_close_handle_scope(kept_env, scope);
}

static napi_value run(napi_env env, napi_callback_info info) {
  struct uv_loop_s* loop;
  kept_env = env;
  CHECK(napi_create_reference(env, argument(env, info), 1, &callback));
  CHECK(napi_get_uv_event_loop(env, &loop));
  uv_queue_work(loop, calloc(1, 256), work, after_work);
  return NULL;
}

ADDON_OF(run)
