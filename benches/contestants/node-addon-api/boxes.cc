// A number that JavaScript carries.
#include "addon.h"

static Napi::Value BoxNew(const Napi::CallbackInfo& info) {
  return Napi::External<double>::New(info.Env(), new double(Number(info, 0)),
                                     [](Napi::Env, double* value) { delete value; });
}

static Napi::Value BoxAdd(const Napi::CallbackInfo& info) {
  if (!info[0].IsExternal()) {
    throw Napi::TypeError::New(info.Env(), "expected an external");
  }
  double* value = info[0].As<Napi::External<double>>().Data();
  *value += Number(info, 1);
  return Napi::Number::New(info.Env(), *value);
}

void DefineBoxes(Napi::Env env, Napi::Object exports) {
  exports.Set("boxNew", Napi::Function::New(env, BoxNew));
  exports.Set("boxAdd", Napi::Function::New(env, BoxAdd));
}
