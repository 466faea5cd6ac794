// A library as a file, before it is loaded.
#ifndef LIBRARY_H
#define LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/** What the system's linker reads of a library. */
typedef struct {
  char name[256];     // DT_SONAME, or empty
  char missing[256];  // a name of Node-API that it imports and `exports` does not have, or empty
} library;

/** `false` if the file at `path` is no ELF library of this machine. */
bool read_library(const char* path, void* exports, library* result);

#endif
