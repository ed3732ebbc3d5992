#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <wchar.h>

int cp_column_width(uint32_t character) {
    return wcwidth((wchar_t)character);
}

#if defined(__APPLE__)

int cp_rename_new(const char *source, const char *target) {
    return renamex_np(source, target, RENAME_EXCL) == 0 ? 0 : errno;
}

int cp_rename_exchange(const char *source, const char *target) {
    return renamex_np(source, target, RENAME_SWAP) == 0 ? 0 : errno;
}

#elif defined(__GLIBC__)

int cp_rename_new(const char *source, const char *target) {
    return renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int cp_rename_exchange(const char *source, const char *target) {
    return renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

#else

int cp_rename_new(const char *source, const char *target) {
    (void)source;
    (void)target;
    return ENOSYS;
}

int cp_rename_exchange(const char *source, const char *target) {
    (void)source;
    (void)target;
    return ENOSYS;
}

#endif

#if defined(__linux__) && defined(__GLIBC__)

void cp_begin_writeback(int descriptor, int64_t offset, int64_t length) {
    (void)sync_file_range(descriptor, offset, length, SYNC_FILE_RANGE_WRITE);
}

#else

void cp_begin_writeback(int descriptor, int64_t offset, int64_t length) {
    (void)descriptor;
    (void)offset;
    (void)length;
}

#endif

void cp_give_memory_back(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
