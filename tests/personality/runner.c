// The event runner of the main thread, where calls with a priority are tasks. Other threads have none.
#define _GNU_SOURCE
#include <stdlib.h>
#include <unistd.h>

#include "host.h"

typedef struct task {
  struct task* next;
  void (*run)(napi_threadsafe_function, void*);
  napi_threadsafe_function of;
  void* data;
} task;

enum { PRIORITIES = 4 };

struct runner {
  pthread_mutex_t lock;
  task *first[PRIORITIES], **last[PRIORITIES];
  void* async;
  bool held;
};

static task* take(struct runner* runner) {
  task* taken = NULL;
  pthread_mutex_lock(&runner->lock);
  for (int priority = 0; priority < PRIORITIES && !taken; priority += 1) {
    taken = runner->first[priority];
    if (!taken) continue;
    runner->first[priority] = taken->next;
    if (!taken->next) runner->last[priority] = &runner->first[priority];
  }
  pthread_mutex_unlock(&runner->lock);
  return taken;
}

static void run_all(struct runner* runner) {
  for (task* taken; (taken = take(runner));) {
    taken->run(taken->of, taken->data);
    free(taken);
  }
}

static void rung(void* async) {
  struct runner* runner = uv_handle_get_data(async);
  if (!runner->held) run_all(runner);
}

void begin_runner(napi_env env) {
  if (getpid() != gettid()) return;
  struct runner* made = calloc(1, sizeof *made);
  for (int priority = 0; priority < PRIORITIES; priority += 1) made->last[priority] = &made->first[priority];
  pthread_mutex_init(&made->lock, NULL);
  made->async = malloc(uv_handle_size(UV_ASYNC));
  uv_async_init(env->loop, made->async, rung);
  uv_handle_set_data(made->async, made);
  // With BUSY_RUNNER in the environment it has something else to do until the environment has ended.
  made->held = getenv("BUSY_RUNNER");
  // As the loop of an application, it does not end because of this: what waits for tasks says so itself.
  uv_unref(made->async);
  env->runner = made;
}

static void closed(void* async) { free(async); }

/** Tasks outlive the environment: those that are left come after its end. */
void end_runner(napi_env env) {
  if (!env->runner) return;
  run_all(env->runner);
  uv_close(env->runner->async, closed);
  uv_run(env->loop, UV_RUN_NOWAIT);
  env->runner = NULL;
}

bool post_task(napi_env env, int priority, bool is_tail, void (*run)(napi_threadsafe_function, void*),
               napi_threadsafe_function of, void* data) {
  struct runner* runner = env->runner;
  if (!runner) return false;
  task* added = malloc(sizeof *added);
  *added = (task){.run = run, .of = of, .data = data};
  pthread_mutex_lock(&runner->lock);
  if (is_tail || !runner->first[priority]) {
    *runner->last[priority] = added;
    runner->last[priority] = &added->next;
  } else {
    added->next = runner->first[priority];
    runner->first[priority] = added;
  }
  uv_async_send(runner->async);
  pthread_mutex_unlock(&runner->lock);
  return true;
}
