// The functions of the contest, as the documentation of node-addon-api teaches.
#ifndef ADDON_H
#define ADDON_H

#include <napi.h>

void DefinePlain(Napi::Env env, Napi::Object exports);
void DefineData(Napi::Env env, Napi::Object exports);
void DefineClasses(Napi::Env env, Napi::Object exports);
void DefineBoxes(Napi::Env env, Napi::Object exports);
void DefineStructs(Napi::Env env, Napi::Object exports);
void DefineBuffers(Napi::Env env, Napi::Object exports);
void DefineThreads(Napi::Env env, Napi::Object exports);

// What the documentation's examples do before they take an argument for a number.
inline double Number(const Napi::CallbackInfo& info, size_t index) {
  if (!info[index].IsNumber()) {
    throw Napi::TypeError::New(info.Env(), "expected a number");
  }
  return info[index].As<Napi::Number>().DoubleValue();
}

#endif
