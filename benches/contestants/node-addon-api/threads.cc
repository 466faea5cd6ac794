// Messages from threads to JavaScript.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "addon.h"

static Napi::ThreadSafeFunction Threadsafe(const Napi::CallbackInfo& info, size_t threads) {
  if (!info[0].IsFunction()) {
    throw Napi::TypeError::New(info.Env(), "expected a function");
  }
  return Napi::ThreadSafeFunction::New(info.Env(), info[0].As<Napi::Function>(), "messages", 0, threads);
}

static void Messages(const Napi::CallbackInfo& info) {
  uint32_t producers = static_cast<uint32_t>(Number(info, 1)), count = static_cast<uint32_t>(Number(info, 2));
  Napi::ThreadSafeFunction function = Threadsafe(info, producers);
  for (uint32_t i = 0; i < producers; i++) {
    std::thread([function, count]() mutable {
      for (uint32_t i = 0; i < count; i++) {
        function.BlockingCall(
            [i](Napi::Env env, Napi::Function callback) { callback.Call({Napi::Number::New(env, i)}); });
      }
      function.Release();
    }).detach();
  }
}

static void Play(Napi::ThreadSafeFunction function, uint32_t count) {
  std::mutex lock;
  std::condition_variable answered;
  for (uint32_t i = 0; i < count; i++) {
    bool done = false;
    function.BlockingCall([&, i](Napi::Env env, Napi::Function callback) {
      callback.Call({Napi::Number::New(env, i)});
      std::lock_guard<std::mutex> guard(lock);
      done = true;
      answered.notify_one();
    });
    std::unique_lock<std::mutex> guard(lock);
    answered.wait(guard, [&] { return done; });
  }
  function.Release();
}

static void PingPong(const Napi::CallbackInfo& info) {
  uint32_t count = static_cast<uint32_t>(Number(info, 1));
  std::thread(Play, Threadsafe(info, 1), count).detach();
}

class Nothing : public Napi::AsyncWorker {
 public:
  explicit Nothing(const Napi::Function& callback) : Napi::AsyncWorker(callback) {}
  void Execute() override {}
};

static void Blocking(const Napi::CallbackInfo& info) {
  if (!info[0].IsFunction()) {
    throw Napi::TypeError::New(info.Env(), "expected a function");
  }
  (new Nothing(info[0].As<Napi::Function>()))->Queue();
}

void DefineThreads(Napi::Env env, Napi::Object exports) {
  exports.Set("messages", Napi::Function::New(env, Messages));
  exports.Set("blocking", Napi::Function::New(env, Blocking));
  exports.Set("pingPong", Napi::Function::New(env, PingPong));
}
