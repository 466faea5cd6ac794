// What OpenHarmony does as Node does: the handles are exchanged, and Node is called.
#include "host.h"

#define BEFORE(kind, ...) BEFORE_##kind(__VA_ARGS__)
#define BEFORE_VALUE(name) napi_value node_##name = from_handle(env, name);
#define BEFORE_RESULT(name) \
  napi_value node_##name = NULL; \
  require_scope(env);
#define BEFORE_IN(type, name)

#define PASS(kind, ...) PASS_##kind(__VA_ARGS__)
#define PASS_VALUE(name) , node_##name
#define PASS_RESULT(name) , name ? &node_##name : NULL
#define PASS_IN(type, name) , name

#define AFTER(kind, ...) AFTER_##kind(__VA_ARGS__)
#define AFTER_VALUE(name)
#define AFTER_RESULT(name) \
  if (status == napi_ok && name) *name = to_handle(env, node_##name);
#define AFTER_IN(type, name)

#define FORWARD(name, ...)                                                        \
  napi_status ark_##name(napi_env env EACH(PARAMETER, ##__VA_ARGS__)) {           \
    ENTER(env, #name);                                                            \
    EACH(BEFORE, ##__VA_ARGS__)                                                   \
    napi_status status = name(env->node EACH(PASS, ##__VA_ARGS__));               \
    EACH(AFTER, ##__VA_ARGS__)                                                    \
    return leave(env, status);                                                    \
  }
#include "forwarded.h"
