#include "addon.h"

napi_value fail(napi_env env, const char* message) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (!pending) {
    napi_throw_type_error(env, NULL, message);
  }
  return NULL;
}

NAPI_MODULE_INIT() {
  CHECK(env, define_plain(env, exports), "define_plain");
  CHECK(env, define_data(env, exports), "define_data");
  CHECK(env, define_scopes(env, exports), "define_scopes");
  CHECK(env, define_boxes(env, exports), "define_boxes");
  CHECK(env, define_classes(env, exports), "define_classes");
  CHECK(env, define_structs(env, exports), "define_structs");
  CHECK(env, define_buffers(env, exports), "define_buffers");
  CHECK(env, define_threads(env, exports), "define_threads");
  return exports;
}
