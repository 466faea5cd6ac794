// The system's log as a library: it prints what it is told, and takes one format only.
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEBUG = 3, INFO = 4, FATAL = 7 };

bool OH_LOG_IsLoggable(unsigned domain, const char* tag, int level) {
  // A device keeps DEBUG only when it is told to.
  const char* lowest = getenv("HILOG_LEVEL");
  return domain <= 0xFFFF && tag && level >= (lowest ? atoi(lowest) : INFO) && level <= FATAL;
}

int OH_LOG_Print(int type, int level, unsigned domain, const char* tag, const char* format, ...) {
  if (strcmp(format, "%{public}s")) {
    fprintf(stderr, "personality: OH_LOG_Print: the format is not constant: %s\n", format);
    abort();
  }
  if (!OH_LOG_IsLoggable(domain, tag, level)) return -1;
  va_list arguments;
  va_start(arguments, format);
  int written = printf("hilog %d %c %04X/%s: %s\n", type, "???DIWEF"[level], domain, tag, va_arg(arguments, const char*));
  va_end(arguments);
  fflush(stdout);
  return written;
}
