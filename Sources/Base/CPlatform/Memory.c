#define _GNU_SOURCE
#include "CPlatform.h"

#include <sys/resource.h>

#ifdef __linux__

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <pthread.h>
#endif

int64_t cp_memory_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return -1;
    return limit.rlim_cur > INT64_MAX ? -1 : (int64_t)limit.rlim_cur;
}

int64_t cp_memory_taken(void) {
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return -1;
    char text[64];
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    if (count <= 0) return -1;
    text[count] = 0;
    long long pages;
    if (sscanf(text, "%lld", &pages) != 1) return -1;
    return (int64_t)pages * sysconf(_SC_PAGESIZE);
}

void cp_spare_memory(void) {
#ifdef __GLIBC__
    // Else each thread reserves 64 MiB for its own allocations and 8 MiB for its stack, used or not.
    mallopt(M_ARENA_MAX, 1);
    pthread_attr_t attributes;
    if (pthread_getattr_default_np(&attributes) != 0) return;
    if (pthread_attr_setstacksize(&attributes, 1 << 20) == 0) pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
#endif
}

#else

int64_t cp_memory_limit(void) { return -1; }

int64_t cp_memory_taken(void) { return -1; }

void cp_spare_memory(void) {}

#endif
