// Messages from threads to JavaScript, one thread-safe call each.
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

#include "addon.h"

static void call_with_number(napi_env env, napi_value callback, void* context, void* data) {
  napi_value receiver, argument;
  if (env == NULL || napi_get_undefined(env, &receiver) != napi_ok) {
    return;
  }
  if (napi_create_uint32(env, (uint32_t)(uintptr_t)data, &argument) == napi_ok) {
    napi_call_function(env, receiver, callback, 1, &argument, NULL);
  }
}

typedef struct {
  napi_threadsafe_function function;
  uint32_t count;
} Producer;

static void* produce(void* data) {
  Producer* producer = data;
  for (uint32_t i = 0; i < producer->count; i++) {
    if (napi_call_threadsafe_function(producer->function, (void*)(uintptr_t)i, napi_tsfn_blocking) != napi_ok) {
      break;
    }
  }
  napi_release_threadsafe_function(producer->function, napi_tsfn_release);
  free(producer);
  return NULL;
}

static napi_status threadsafe(napi_env env, napi_value callback, size_t threads, void* context,
                              napi_threadsafe_function_call_js call, napi_threadsafe_function* result) {
  napi_value name;
  napi_status status = napi_create_string_utf8(env, "messages", NAPI_AUTO_LENGTH, &name);
  if (status != napi_ok) {
    return status;
  }
  return napi_create_threadsafe_function(env, callback, NULL, name, 0, threads, NULL, NULL, context, call, result);
}

// messages(callback, producers, count of each)
static napi_value messages(napi_env env, napi_callback_info info) {
  size_t argc = 3;
  napi_value argv[3];
  uint32_t producers, count;
  napi_threadsafe_function function;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[1], &producers), "expected a number");
  CHECK(env, napi_get_value_uint32(env, argv[2], &count), "expected a number");
  CHECK(env, threadsafe(env, argv[0], producers, NULL, call_with_number, &function), "expected a function");
  for (uint32_t i = 0; i < producers; i++) {
    Producer* producer = malloc(sizeof *producer);
    pthread_t thread;
    if (producer == NULL) {
      return fail(env, "out of memory");
    }
    *producer = (Producer){function, count};
    if (pthread_create(&thread, NULL, produce, producer) != 0) {
      free(producer);
      return fail(env, "no thread");
    }
    pthread_detach(thread);
  }
  return NULL;
}

typedef struct {
  napi_threadsafe_function function;
  uint32_t count;
  pthread_mutex_t lock;
  pthread_cond_t answered;
  bool done;
} Game;

static void call_and_answer(napi_env env, napi_value callback, void* context, void* data) {
  Game* game = context;
  call_with_number(env, callback, context, data);
  pthread_mutex_lock(&game->lock);
  game->done = true;
  pthread_cond_signal(&game->answered);
  pthread_mutex_unlock(&game->lock);
}

static void* play(void* data) {
  Game* game = data;
  for (uint32_t i = 0; i < game->count; i++) {
    game->done = false;
    if (napi_call_threadsafe_function(game->function, (void*)(uintptr_t)i, napi_tsfn_blocking) != napi_ok) {
      return NULL;
    }
    pthread_mutex_lock(&game->lock);
    while (!game->done) {
      pthread_cond_wait(&game->answered, &game->lock);
    }
    pthread_mutex_unlock(&game->lock);
  }
  napi_release_threadsafe_function(game->function, napi_tsfn_release);
  return NULL;
}

// pingPong(callback, count): each message waits until the one before has been answered.
static napi_value ping_pong(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2];
  uint32_t count;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_uint32(env, argv[1], &count), "expected a number");
  // The last message is answered while the thread still reads: it lives as long as the process.
  Game* game = malloc(sizeof *game);
  if (game == NULL) {
    return fail(env, "out of memory");
  }
  game->count = count;
  pthread_mutex_init(&game->lock, NULL);
  pthread_cond_init(&game->answered, NULL);
  CHECK(env, threadsafe(env, argv[0], 1, game, call_and_answer, &game->function), "expected a function");
  pthread_t thread;
  if (pthread_create(&thread, NULL, play, game) != 0) {
    return fail(env, "no thread");
  }
  pthread_detach(thread);
  return NULL;
}

typedef struct {
  napi_async_work work;
  napi_ref callback;
} Work;

static void execute(napi_env env, void* data) {}

static void complete(napi_env env, napi_status status, void* data) {
  Work* work = data;
  napi_value receiver, callback;
  if (napi_get_undefined(env, &receiver) == napi_ok &&
      napi_get_reference_value(env, work->callback, &callback) == napi_ok) {
    napi_call_function(env, receiver, callback, 0, NULL, NULL);
  }
  napi_delete_reference(env, work->callback);
  napi_delete_async_work(env, work->work);
  free(work);
}

// blocking(callback): nothing on the thread pool, and then the callback.
static napi_value blocking(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], name;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  Work* work = malloc(sizeof *work);
  if (work == NULL) {
    return fail(env, "out of memory");
  }
  CHECK(env, napi_create_string_utf8(env, "blocking", NAPI_AUTO_LENGTH, &name), "name");
  CHECK(env, napi_create_reference(env, argv[0], 1, &work->callback), "expected a function");
  CHECK(env, napi_create_async_work(env, NULL, name, execute, complete, work, &work->work), "work");
  CHECK(env, napi_queue_async_work(env, work->work), "work");
  return NULL;
}

napi_status define_threads(napi_env env, napi_value exports) {
  napi_property_descriptor functions[] = {FUNCTION("messages", messages), FUNCTION("pingPong", ping_pong),
                                          FUNCTION("blocking", blocking)};
  return napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
}
