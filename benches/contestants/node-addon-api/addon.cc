#include "addon.h"

static Napi::Object Init(Napi::Env env, Napi::Object exports) {
  DefinePlain(env, exports);
  DefineData(env, exports);
  DefineBoxes(env, exports);
  DefineClasses(env, exports);
  DefineStructs(env, exports);
  DefineBuffers(env, exports);
  DefineThreads(env, exports);
  return exports;
}

NODE_API_MODULE(contestant, Init)
