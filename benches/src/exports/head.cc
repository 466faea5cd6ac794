#include <napi.h>

#define FUNCTION(n)                                                       \
  static Napi::Value f##n(const Napi::CallbackInfo& info) {               \
    if (!info[0].IsNumber() || !info[1].IsNumber()) {                     \
      throw Napi::TypeError::New(info.Env(), "expected a number");        \
    }                                                                     \
    double a = info[0].As<Napi::Number>(), b = info[1].As<Napi::Number>();\
    return Napi::Number::New(info.Env(), a + b * n);                      \
  }
#define INIT_BEGIN static Napi::Object Init(Napi::Env env, Napi::Object exports) {
#define ENTRY(n) exports.Set("f" #n, Napi::Function::New(env, f##n));

