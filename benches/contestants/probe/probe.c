// The instruments of the measuring script: CPU clocks, and callgrind's switch.
#define _GNU_SOURCE
#include <time.h>

#define NAPI_VERSION 8
#include <node_api.h>

#if defined(__has_include)
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#define HAS_CALLGRIND 1
#endif
#endif

static napi_value read_clock(napi_env env, clockid_t clock) {
  struct timespec now;
  napi_value result;
  clock_gettime(clock, &now);
  napi_create_double(env, (double)now.tv_sec * 1e9 + (double)now.tv_nsec, &result);
  return result;
}

static napi_value thread_ns(napi_env env, napi_callback_info info) {
  return read_clock(env, CLOCK_THREAD_CPUTIME_ID);
}

static napi_value process_ns(napi_env env, napi_callback_info info) {
  return read_clock(env, CLOCK_PROCESS_CPUTIME_ID);
}

// Whether callgrind is running this process.
static napi_value counting(napi_env env, napi_callback_info info) {
  bool is_counting = false;
  napi_value result;
#ifdef HAS_CALLGRIND
  is_counting = RUNNING_ON_VALGRIND != 0;
#endif
  napi_get_boolean(env, is_counting, &result);
  return result;
}

static napi_value toggle(napi_env env, napi_callback_info info) {
#ifdef HAS_CALLGRIND
  CALLGRIND_TOGGLE_COLLECT;
#endif
  return NULL;
}

// dump(name): writes what was counted since the last dump, under that name.
static napi_value dump(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1];
  char name[256];
  if (napi_get_cb_info(env, info, &argc, argv, NULL, NULL) != napi_ok ||
      napi_get_value_string_utf8(env, argv[0], name, sizeof name, NULL) != napi_ok) {
    napi_throw_type_error(env, NULL, "expected a name");
    return NULL;
  }
#ifdef HAS_CALLGRIND
  CALLGRIND_DUMP_STATS_AT(name);
#endif
  return NULL;
}

NAPI_MODULE_INIT() {
  napi_property_descriptor functions[] = {
      {"threadNs", NULL, thread_ns, NULL, NULL, NULL, napi_default, NULL},
      {"processNs", NULL, process_ns, NULL, NULL, NULL, napi_default, NULL},
      {"counting", NULL, counting, NULL, NULL, NULL, napi_default, NULL},
      {"toggle", NULL, toggle, NULL, NULL, NULL, napi_default, NULL},
      {"dump", NULL, dump, NULL, NULL, NULL, napi_default, NULL},
  };
  napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions);
  return exports;
}
