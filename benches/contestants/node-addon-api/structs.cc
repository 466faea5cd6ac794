// Objects as structs, arrays of them, big integers and dates.
#include <string>

#include "addon.h"

static double Checked(Napi::Env env, Napi::Value value) {
  if (!value.IsNumber()) {
    throw Napi::TypeError::New(env, "expected a number");
  }
  return value.As<Napi::Number>().DoubleValue();
}

static Napi::Value TakePoints(const Napi::CallbackInfo& info) {
  if (!info[0].IsArray()) {
    throw Napi::TypeError::New(info.Env(), "expected an array");
  }
  Napi::Array points = info[0].As<Napi::Array>();
  uint32_t length = points.Length();
  double sum = 0;
  for (uint32_t i = 0; i < length; i++) {
    Napi::Value element = points.Get(i);
    if (!element.IsObject()) {
      throw Napi::TypeError::New(info.Env(), "expected an object");
    }
    Napi::Object point = element.As<Napi::Object>();
    sum += Checked(info.Env(), point.Get("x")) + Checked(info.Env(), point.Get("y"));
    Napi::Value name = point.Get("name");
    if (!name.IsString()) {
      throw Napi::TypeError::New(info.Env(), "expected a string");
    }
    sum += static_cast<double>(name.As<Napi::String>().Utf8Value().size());
  }
  return Napi::Number::New(info.Env(), sum);
}

static Napi::Value MakePoints(const Napi::CallbackInfo& info) {
  uint32_t length = static_cast<uint32_t>(Number(info, 0));
  Napi::Array result = Napi::Array::New(info.Env(), length);
  for (uint32_t i = 0; i < length; i++) {
    Napi::Object point = Napi::Object::New(info.Env());
    point.Set("x", i + 0.5);
    point.Set("y", static_cast<double>(i));
    point.Set("name", "point");
    result.Set(i, point);
  }
  return result;
}

static Napi::Value NextBigint(const Napi::CallbackInfo& info) {
  if (!info[0].IsBigInt()) {
    throw Napi::TypeError::New(info.Env(), "expected a bigint");
  }
  bool lossless;
  int64_t number = info[0].As<Napi::BigInt>().Int64Value(&lossless);
  if (!lossless) {
    throw Napi::RangeError::New(info.Env(), "expected a bigint of 64 bits");
  }
  return Napi::BigInt::New(info.Env(), number + 1);
}

static Napi::Value Later(const Napi::CallbackInfo& info) {
  if (!info[0].IsDate()) {
    throw Napi::TypeError::New(info.Env(), "expected a Date");
  }
  return Napi::Date::New(info.Env(), info[0].As<Napi::Date>().ValueOf() + 1000);
}

void DefineStructs(Napi::Env env, Napi::Object exports) {
  exports.Set("takePoints", Napi::Function::New(env, TakePoints));
  exports.Set("makePoints", Napi::Function::New(env, MakePoints));
  exports.Set("nextBigint", Napi::Function::New(env, NextBigint));
  exports.Set("later", Napi::Function::New(env, Later));
}
