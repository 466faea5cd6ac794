// A class.
#include "addon.h"

static const napi_type_tag kTag = {0x6e6f64652d616464, 0x6f6e2d6170692121};

class Tally : public Napi::ObjectWrap<Tally> {
 public:
  explicit Tally(const Napi::CallbackInfo& info) : Napi::ObjectWrap<Tally>(info), value_(Number(info, 0)) {
    info.This().As<Napi::Object>().TypeTag(&kTag);
  }

  static Napi::Function Class(Napi::Env env) {
    return DefineClass(env, "Tally", {InstanceMethod<&Tally::Add>("add"), InstanceAccessor<&Tally::Sum>("sum")});
  }

  double value() const { return value_; }

 private:
  Napi::Value Add(const Napi::CallbackInfo& info) {
    value_ += Number(info, 0);
    return Napi::Number::New(info.Env(), value_);
  }

  Napi::Value Sum(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), value_); }

  double value_;
};

static Napi::Value SumOf(const Napi::CallbackInfo& info) {
  if (!info[0].IsObject() || !info[0].As<Napi::Object>().CheckTypeTag(&kTag)) {
    throw Napi::TypeError::New(info.Env(), "expected a Tally");
  }
  return Napi::Number::New(info.Env(), Tally::Unwrap(info[0].As<Napi::Object>())->value());
}

static Napi::Value MakeTally(const Napi::CallbackInfo& info) {
  return info.Env().GetInstanceData<Napi::FunctionReference>()->New({info[0]});
}

void DefineClasses(Napi::Env env, Napi::Object exports) {
  Napi::Function tally = Tally::Class(env);
  env.SetInstanceData(new Napi::FunctionReference(Napi::Persistent(tally)));
  exports.Set("Tally", tally);
  exports.Set("sumOf", Napi::Function::New(env, SumOf));
  exports.Set("makeTally", Napi::Function::New(env, MakeTally));
}
