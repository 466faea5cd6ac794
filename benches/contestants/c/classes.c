// A class, and one whose instances prove what they are by a tag.
#include <stdlib.h>

#include "addon.h"

static const napi_type_tag TAG = {0x6e6170692d636f72, 0x652d62656e636865};

static void release(napi_env env, void* data, void* hint) {
  free(data);
}

static napi_value tally_new(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], receiver;
  double value;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, &receiver, NULL), "arguments");
  CHECK(env, napi_get_value_double(env, argv[0], &value), "expected a number");
  double* tally = malloc(sizeof *tally);
  if (tally == NULL) {
    return fail(env, "out of memory");
  }
  *tally = value;
  CHECK(env, napi_wrap(env, receiver, tally, release, NULL, NULL), "wrap");
  return receiver;
}

static napi_value tagged_new(napi_env env, napi_callback_info info) {
  napi_value receiver = tally_new(env, info);
  if (receiver != NULL) {
    CHECK(env, napi_type_tag_object(env, receiver, &TAG), "tag");
  }
  return receiver;
}

static napi_value tally_add(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], receiver, result;
  void* data;
  double number;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, &receiver, NULL), "arguments");
  CHECK(env, napi_unwrap(env, receiver, &data), "expected a Tally");
  CHECK(env, napi_get_value_double(env, argv[0], &number), "expected a number");
  double* tally = data;
  *tally += number;
  CHECK(env, napi_create_double(env, *tally, &result), "result");
  return result;
}

static napi_value tally_sum(napi_env env, napi_callback_info info) {
  napi_value receiver, result;
  void* data;
  CHECK(env, napi_get_cb_info(env, info, NULL, NULL, &receiver, NULL), "arguments");
  CHECK(env, napi_unwrap(env, receiver, &data), "expected a Tally");
  CHECK(env, napi_create_double(env, *(double*)data, &result), "result");
  return result;
}

static napi_value sum_of_tagged(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], result;
  void* data;
  bool tagged;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, NULL), "arguments");
  CHECK(env, napi_check_object_type_tag(env, argv[0], &TAG, &tagged), "expected a Tally");
  if (!tagged) {
    return fail(env, "expected a Tally");
  }
  CHECK(env, napi_unwrap(env, argv[0], &data), "expected a Tally");
  CHECK(env, napi_create_double(env, *(double*)data, &result), "result");
  return result;
}

// Makes one as its constructor would.
static napi_value make_tally(napi_env env, napi_callback_info info) {
  size_t argc = 1;
  napi_value argv[1], constructor, result;
  void* data;
  CHECK(env, napi_get_cb_info(env, info, &argc, argv, NULL, &data), "arguments");
  CHECK(env, napi_get_reference_value(env, data, &constructor), "constructor");
  CHECK(env, napi_new_instance(env, constructor, 1, argv, &result), "result");
  return result;
}

napi_status define_classes(napi_env env, napi_value exports) {
  napi_value tally, tagged;
  napi_ref constructor;
  napi_property_descriptor members[] = {
      FUNCTION("add", tally_add),
      {"sum", NULL, NULL, tally_sum, NULL, NULL, napi_default, NULL},
  };
  napi_status status = napi_define_class(env, "Tally", NAPI_AUTO_LENGTH, tally_new, NULL, 2, members, &tally);
  if (status != napi_ok) {
    return status;
  }
  status = napi_define_class(env, "Tagged", NAPI_AUTO_LENGTH, tagged_new, NULL, 2, members, &tagged);
  if (status != napi_ok) {
    return status;
  }
  status = napi_create_reference(env, tally, 1, &constructor);
  if (status != napi_ok) {
    return status;
  }
  napi_property_descriptor properties[] = {
      {"Tally", NULL, NULL, NULL, NULL, tally, napi_default, NULL},
      {"Tagged", NULL, NULL, NULL, NULL, tagged, napi_default, NULL},
      FUNCTION("sumOfTagged", sum_of_tagged),
      {"makeTally", NULL, make_tally, NULL, NULL, NULL, napi_default, constructor},
  };
  return napi_define_properties(env, exports, sizeof properties / sizeof *properties, properties);
}
