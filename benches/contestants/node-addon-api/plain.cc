// Functions of numbers and strings, throwing, and calling back.
#include "addon.h"

static void Noop(const Napi::CallbackInfo& info) {}

static Napi::Value AddI32(const Napi::CallbackInfo& info) {
  if (!info[0].IsNumber() || !info[1].IsNumber()) {
    throw Napi::TypeError::New(info.Env(), "expected a number");
  }
  int32_t a = info[0].As<Napi::Number>().Int32Value();
  int32_t b = info[1].As<Napi::Number>().Int32Value();
  return Napi::Number::New(info.Env(), static_cast<int32_t>(static_cast<uint32_t>(a) + static_cast<uint32_t>(b)));
}

static Napi::Value AddF64(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Number(info, 0) + Number(info, 1));
}

static Napi::Value Echo(const Napi::CallbackInfo& info) {
  if (!info[0].IsString()) {
    throw Napi::TypeError::New(info.Env(), "expected a string");
  }
  return Napi::String::New(info.Env(), info[0].As<Napi::String>().Utf8Value());
}

static void ThrowError(const Napi::CallbackInfo& info) {
  throw Napi::Error::New(info.Env(), "it failed");
}

static Napi::Function Callback(const Napi::CallbackInfo& info) {
  if (!info[0].IsFunction()) {
    throw Napi::TypeError::New(info.Env(), "expected a function");
  }
  return info[0].As<Napi::Function>();
}

static double Call(Napi::Env env, Napi::Function callback, double number) {
  Napi::Value answer = callback.Call({Napi::Number::New(env, number)});
  if (!answer.IsNumber()) {
    throw Napi::TypeError::New(env, "expected a number");
  }
  return answer.As<Napi::Number>().DoubleValue();
}

static void Call0(const Napi::CallbackInfo& info) {
  Callback(info).Call({});
}

static Napi::Value Call1(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Call(info.Env(), Callback(info), Number(info, 1)));
}

static Napi::Value CallMany(const Napi::CallbackInfo& info) {
  Napi::Function callback = Callback(info);
  double count = Number(info, 1), sum = 0;
  for (double i = 0; i < count; i++) {
    sum += Call(info.Env(), callback, i);
  }
  return Napi::Number::New(info.Env(), sum);
}

void DefinePlain(Napi::Env env, Napi::Object exports) {
  exports.Set("noop", Napi::Function::New(env, Noop));
  exports.Set("addI32", Napi::Function::New(env, AddI32));
  exports.Set("addF64", Napi::Function::New(env, AddF64));
  exports.Set("echo", Napi::Function::New(env, Echo));
  exports.Set("throwError", Napi::Function::New(env, ThrowError));
  exports.Set("call0", Napi::Function::New(env, Call0));
  exports.Set("call1", Napi::Function::New(env, Call1));
  exports.Set("callMany", Napi::Function::New(env, CallMany));
}
