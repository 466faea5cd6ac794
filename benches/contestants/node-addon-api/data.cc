// Typed arrays, arrays and objects.
#include "addon.h"

static Napi::Value SumF64(const Napi::CallbackInfo& info) {
  if (!info[0].IsTypedArray() || info[0].As<Napi::TypedArray>().TypedArrayType() != napi_float64_array) {
    throw Napi::TypeError::New(info.Env(), "expected a Float64Array");
  }
  Napi::Float64Array numbers = info[0].As<Napi::Float64Array>();
  const double* data = numbers.Data();
  size_t length = numbers.ElementLength();
  double sum = 0;
  for (size_t i = 0; i < length; i++) {
    sum += data[i];
  }
  return Napi::Number::New(info.Env(), sum);
}

// The length and the last byte.
static Napi::Value BytesIn(const Napi::CallbackInfo& info) {
  if (!info[0].IsBuffer()) {
    throw Napi::TypeError::New(info.Env(), "expected a Buffer");
  }
  Napi::Buffer<uint8_t> bytes = info[0].As<Napi::Buffer<uint8_t>>();
  size_t length = bytes.Length();
  return Napi::Number::New(info.Env(), static_cast<double>(length) + (length > 0 ? bytes.Data()[length - 1] : 0));
}

static double Checked(Napi::Env env, Napi::Value value) {
  if (!value.IsNumber()) {
    throw Napi::TypeError::New(env, "expected a number");
  }
  return value.As<Napi::Number>().DoubleValue();
}

static Napi::Value SumArray(const Napi::CallbackInfo& info) {
  if (!info[0].IsArray()) {
    throw Napi::TypeError::New(info.Env(), "expected an array");
  }
  Napi::Array numbers = info[0].As<Napi::Array>();
  uint32_t length = numbers.Length();
  double sum = 0;
  for (uint32_t i = 0; i < length; i++) {
    sum += Checked(info.Env(), numbers.Get(i));
  }
  return Napi::Number::New(info.Env(), sum);
}

static Napi::Value MakeArray(const Napi::CallbackInfo& info) {
  uint32_t length = static_cast<uint32_t>(Number(info, 0));
  Napi::Array result = Napi::Array::New(info.Env(), length);
  for (uint32_t i = 0; i < length; i++) {
    result.Set(i, Napi::Number::New(info.Env(), i + 0.5));
  }
  return result;
}

// x + y + the length of the name in bytes.
static Napi::Value TakePoint(const Napi::CallbackInfo& info) {
  if (!info[0].IsObject()) {
    throw Napi::TypeError::New(info.Env(), "expected an object");
  }
  Napi::Object point = info[0].As<Napi::Object>();
  double x = Checked(info.Env(), point.Get("x"));
  double y = Checked(info.Env(), point.Get("y"));
  Napi::Value name = point.Get("name");
  if (!name.IsString()) {
    throw Napi::TypeError::New(info.Env(), "expected a string");
  }
  size_t length = name.As<Napi::String>().Utf8Value().size();
  return Napi::Number::New(info.Env(), x + y + static_cast<double>(length));
}

static Napi::Value MakePoint(const Napi::CallbackInfo& info) {
  double x = Number(info, 0), y = Number(info, 1);
  Napi::Object point = Napi::Object::New(info.Env());
  point.Set("x", x);
  point.Set("y", y);
  point.Set("name", "point");
  return point;
}

static Napi::Value MakeObjects(const Napi::CallbackInfo& info) {
  uint32_t length = static_cast<uint32_t>(Number(info, 0));
  Napi::Array result = Napi::Array::New(info.Env(), length);
  for (uint32_t i = 0; i < length; i++) {
    Napi::HandleScope scope(info.Env());
    Napi::Object object = Napi::Object::New(info.Env());
    object.Set("i", i);
    result.Set(i, object);
  }
  return result;
}

void DefineData(Napi::Env env, Napi::Object exports) {
  exports.Set("sumF64", Napi::Function::New(env, SumF64));
  exports.Set("bytesIn", Napi::Function::New(env, BytesIn));
  exports.Set("sumArray", Napi::Function::New(env, SumArray));
  exports.Set("makeArray", Napi::Function::New(env, MakeArray));
  exports.Set("takePoint", Napi::Function::New(env, TakePoint));
  exports.Set("makePoint", Napi::Function::New(env, MakePoint));
  exports.Set("makeObjects", Napi::Function::New(env, MakeObjects));
}
