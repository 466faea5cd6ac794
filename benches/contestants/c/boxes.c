// A number that JavaScript carries in an external.
#include <stdlib.h>

#include "addon.h"

static void release(napi_env env, void* data, void* hint) {
  free(data);
}

static double* boxed(double value) {
  double* box = malloc(sizeof *box);
  if (box != NULL) {
    *box = value;
  }
  return box;
}

static napi_value box_new(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  double value;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_double(env, argv[0], &value), "expected a number");
  double* box = boxed(value);
  if (box == NULL) {
    return fail(env, "out of memory");
  }
  CHECK(env, napi_create_external(env, box, release, NULL, &result), "result");
  return result;
}

static napi_value box_add(napi_env env, napi_callback_info info) {
  size_t argc = 2;
  napi_value argv[2], result;
  void* data;
  double number;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_get_value_external(env, argv[0], &data), "expected an external");
  CHECK(env, napi_get_value_double(env, argv[1], &number), "expected a number");
  double* box = data;
  *box += number;
  CHECK(env, napi_create_double(env, *box, &result), "result");
  return result;
}

napi_status define_boxes(napi_env env, napi_value exports) {
  napi_property_descriptor members[] = {
      FUNCTION("boxNew", box_new),
      FUNCTION("boxAdd", box_add),
  };
  return napi_define_properties(env, exports, sizeof members / sizeof *members, members);
}
