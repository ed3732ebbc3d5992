#include "libcurl.h"

#include <dlfcn.h>
#include <pthread.h>

struct libcurl libcurl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded = false;

static void load(void)
{
#ifdef __APPLE__
    void *library = dlopen("libcurl.4.dylib", RTLD_NOW | RTLD_LOCAL);
#else
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
#endif
    if (!library) return;
    bool is_whole = true;
#define LIBCURL_LOOK_UP(name)                                             \
    libcurl.name = (__typeof__(libcurl.name))dlsym(library, "curl_" #name); \
    is_whole = is_whole && libcurl.name;
    LIBCURL_FUNCTIONS(LIBCURL_LOOK_UP)
#undef LIBCURL_LOOK_UP
    is_loaded = is_whole && libcurl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

bool libcurl_load(void)
{
    pthread_once(&once, load);
    return is_loaded;
}
