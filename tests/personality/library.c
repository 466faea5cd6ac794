// Reads what a library calls itself and what it imports.
#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "library.h"

static void read_symbols(const char* file, const ElfW(Shdr) * section, const char* names, void* exports, library* result) {
  const ElfW(Sym)* symbols = (const void*)(file + section->sh_offset);
  for (size_t index = 0; index < section->sh_size / sizeof *symbols; index += 1) {
    const char* name = names + symbols[index].st_name;
    // A weak import may be absent, and reads as null then.
    bool wanted = symbols[index].st_shndx == SHN_UNDEF && ELF64_ST_BIND(symbols[index].st_info) == STB_GLOBAL;
    bool is_napi = !strncmp(name, "napi_", 5) || !strncmp(name, "node_api_", 9);
    if (wanted && is_napi && !dlsym(exports, name)) snprintf(result->missing, sizeof result->missing, "%s", name);
  }
}

static void read_sections(const char* file, void* exports, library* result) {
  const ElfW(Ehdr)* header = (const void*)file;
  const ElfW(Shdr)* sections = (const void*)(file + header->e_shoff);
  for (size_t index = 0; index < header->e_shnum; index += 1) {
    const ElfW(Shdr)* section = &sections[index];
    const char* names = file + sections[section->sh_link].sh_offset;
    if (section->sh_type == SHT_DYNSYM) read_symbols(file, section, names, exports, result);
    if (section->sh_type != SHT_DYNAMIC) continue;
    for (const ElfW(Dyn)* entry = (const void*)(file + section->sh_offset); entry->d_tag != DT_NULL; entry += 1) {
      if (entry->d_tag == DT_SONAME) snprintf(result->name, sizeof result->name, "%s", names + entry->d_un.d_val);
    }
  }
}

bool read_library(const char* path, void* exports, library* result) {
  int opened = open(path, O_RDONLY | O_CLOEXEC);
  if (opened < 0) return false;
  struct stat about;
  fstat(opened, &about);
  char* file = mmap(NULL, about.st_size, PROT_READ, MAP_PRIVATE, opened, 0);
  close(opened);
  if (file == MAP_FAILED) return false;
  bool good = (size_t)about.st_size > sizeof(ElfW(Ehdr)) && !memcmp(file, ELFMAG, SELFMAG);
  *result = (library){0};
  if (good) read_sections(file, exports, result);
  munmap(file, about.st_size);
  return good;
}
