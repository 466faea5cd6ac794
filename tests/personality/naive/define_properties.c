// Defines a property, or throws.
#include "naive.h"

static napi_value run(napi_env env, napi_callback_info info) {
  napi_property_descriptor property = {.utf8name = "seven", .value = number(env, 7)};
  CHECK(napi_define_properties(env, argument(env, info), 1, &property));
  return text(env, "defined");
}

ADDON_OF(run)
