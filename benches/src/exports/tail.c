};

NAPI_MODULE_INIT() {
  if (napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions) != napi_ok) {
    napi_throw_error(env, NULL, "the functions were not defined");
  }
  return exports;
}
