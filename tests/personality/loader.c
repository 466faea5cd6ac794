// Loading of an addon: its constructor registers it, once per library, and its Init runs once per environment.
#define _GNU_SOURCE
#include "library.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

typedef struct module {
  struct module* next;
  void* library;
  napi_addon_register_func init;
  char name[256];
} module;

typedef char message[PATH_MAX + 600];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static module* modules;
/** Where the constructors of the library that this thread is loading register it. */
static __thread module* registering;
static __thread unsigned registrations;

void ark_napi_module_register(napi_module* registered) {
  if (!registering) fatal("napi_module_register", "no library is being loaded on this thread");
  registrations += 1;
  registering->init = registered->nm_register_func;
  snprintf(registering->name, sizeof registering->name, "%s", registered->nm_modname ? registered->nm_modname : "");
}

/** The library of which addons import Node-API: it stands beside this one. */
static void* exports_library(void) {
  Dl_info here;
  char path[PATH_MAX];
  dladdr((void*)(uintptr_t)exports_library, &here);
  snprintf(path, sizeof path, "%s", here.dli_fname);
  char* file = strrchr(path, '/');
  snprintf(file ? file : path, sizeof path - (file ? file - path : 0), "/libace_napi.z.so");
  return dlopen(path, RTLD_NOW | RTLD_LOCAL);
}

/** Whether `name` is the name `lib<module>.so` of the file. */
static bool is_named(const char* file, const char* name) {
  size_t length = strlen(name);
  return !strncmp(file, "lib", 3) && !strncmp(file + 3, name, length) && !strcmp(file + 3 + length, ".so");
}

/** Runs the constructors, unless the library is loaded already. */
static module* open_library(const char* path, const library* file, message failed) {
  module* found = calloc(1, sizeof *found);
  registering = found;
  registrations = 0;
  // The addon's own imports come first: they are this host's, and not what Node exports to everybody.
  found->library = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
  void (*on_load)(void) = NULL;
  if (found->library) *(void**)&on_load = dlsym(found->library, "napi_onLoad");
  for (module* known = modules; known && found->library; known = known->next) {
    if (known->library == found->library) return registering = NULL, free(found), known;
  }
  if (on_load) on_load();
  registering = NULL;
  if (!found->library) {
    snprintf(failed, sizeof(message), "%s", dlerror());
  } else if (registrations != 1) {
    snprintf(failed, sizeof(message), "%s registers %u modules, and not one", file->name, registrations);
  } else if (!is_named(file->name, found->name)) {
    snprintf(failed, sizeof(message), "%s registers the module \"%s\", which is not its name", file->name, found->name);
  } else {
    found->next = modules;
    return modules = found;
  }
  free(found);
  return NULL;
}

static module* find_module(const char* path, message failed) {
  library file;
  void* exports = exports_library();
  if (!exports) {
    snprintf(failed, sizeof(message), "%s", dlerror());
  } else if (!read_library(path, exports, &file)) {
    snprintf(failed, sizeof(message), "%s is no library", path);
  } else if (!file.name[0]) {
    snprintf(failed, sizeof(message), "%s has no SONAME", path);
  } else if (file.missing[0]) {
    snprintf(failed, sizeof(message), "Error relocating %s: %s: symbol not found", file.name, file.missing);
  } else {
    return open_library(path, &file, failed);
  }
  return NULL;
}

/** `load(path, exports)` in JavaScript; what Init answers, and what it leaves pending, is not looked at. */
napi_value load(napi_env node, napi_callback_info info) {
  napi_env env = current_env();
  size_t argc = 2;
  napi_value argv[2];
  char path[PATH_MAX];
  message failed;
  napi_get_cb_info(node, info, &argc, argv, NULL, NULL);
  if (napi_get_value_string_utf8(node, argv[0], path, sizeof path, NULL) != napi_ok) {
    napi_throw_type_error(node, NULL, "load: the path is no string");
    return NULL;
  }
  pthread_mutex_lock(&lock);
  module* found = find_module(path, failed);
  pthread_mutex_unlock(&lock);
  if (!found) {
    napi_throw_error(node, NULL, failed);
    return NULL;
  }
  push_scope(env, SCOPE_HOST);
  restore_pending(env);
  env->call = "Init";
  found->init(env, to_handle(env, argv[1]));
  pop_scope(env, "the end of Init");
  bool pending = false;
  napi_value exception;
  napi_is_exception_pending(node, &pending);
  // It stays pending in the environment of all addons, and is in the way of the next one that is called.
  if (pending && napi_get_and_clear_last_exception(node, &exception) == napi_ok) {
    napi_value box;
    napi_create_object(node, &box);
    napi_set_named_property(node, box, "value", exception);
    napi_create_reference(node, box, 1, &env->left_pending);
  }
  return argv[1];
}
