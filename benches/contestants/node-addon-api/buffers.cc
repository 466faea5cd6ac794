// Bytes to JavaScript: copied from memory that stays, and handed over.
#include <cstring>

#include "addon.h"

static uint8_t bytes[1 << 20];

static size_t Length(const Napi::CallbackInfo& info) { return static_cast<size_t>(Number(info, 0)); }

static Napi::Value BufferCopy(const Napi::CallbackInfo& info) {
  return Napi::Buffer<uint8_t>::Copy(info.Env(), bytes, Length(info));
}

static Napi::Value ArrayBufferCopy(const Napi::CallbackInfo& info) {
  size_t length = Length(info);
  Napi::ArrayBuffer result = Napi::ArrayBuffer::New(info.Env(), length);
  if (length > 0) {
    std::memcpy(result.Data(), bytes, length);
  }
  return result;
}

static uint8_t* Made(size_t length) {
  uint8_t* made = new uint8_t[length];
  std::memset(made, 7, length);
  return made;
}

static Napi::Value BufferGive(const Napi::CallbackInfo& info) {
  size_t length = Length(info);
  return Napi::Buffer<uint8_t>::New(info.Env(), Made(length), length, [](Napi::Env, uint8_t* made) { delete[] made; });
}

static Napi::Value ArrayBufferGive(const Napi::CallbackInfo& info) {
  size_t length = Length(info);
  return Napi::ArrayBuffer::New(info.Env(), Made(length), length,
                                [](Napi::Env, void* made) { delete[] static_cast<uint8_t*>(made); });
}

void DefineBuffers(Napi::Env env, Napi::Object exports) {
  std::memset(bytes, 7, sizeof bytes);
  exports.Set("bufferCopy", Napi::Function::New(env, BufferCopy));
  exports.Set("arrayBufferCopy", Napi::Function::New(env, ArrayBufferCopy));
  exports.Set("bufferGive", Napi::Function::New(env, BufferGive));
  exports.Set("arrayBufferGive", Napi::Function::New(env, ArrayBufferGive));
}
