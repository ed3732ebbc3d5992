// The functions of libcurl that are used here, looked up when the first client is made.
//
// Why it is not linked: libcurl brings some thirty libraries along (TLS, Kerberos, LDAP, HTTP/2), and each start of the program
// would load them, for what one command does. A review begins without them, also where libcurl is not installed.
#ifndef LIBCURL_H
#define LIBCURL_H

#include <curl/curl.h>
#include <stdbool.h>

// Another function is a line here, and is called as `libcurl.easy_init()`.
#define LIBCURL_FUNCTIONS(EACH) \
    EACH(easy_cleanup)          \
    EACH(easy_getinfo)          \
    EACH(easy_init)             \
    EACH(easy_reset)            \
    EACH(easy_setopt)           \
    EACH(easy_strerror)         \
    EACH(global_init)           \
    EACH(multi_add_handle)      \
    EACH(multi_cleanup)         \
    EACH(multi_info_read)       \
    EACH(multi_init)            \
    EACH(multi_perform)         \
    EACH(multi_poll)            \
    EACH(multi_remove_handle)   \
    EACH(multi_setopt)          \
    EACH(multi_wakeup)          \
    EACH(slist_append)          \
    EACH(slist_free_all)

#define LIBCURL_FIELD(name) __typeof__(&curl_##name) name;
struct libcurl {
    LIBCURL_FUNCTIONS(LIBCURL_FIELD)
};
#undef LIBCURL_FIELD

extern struct libcurl libcurl;

// Loads the library, once; false where there is none, or one that lacks a function. From any thread.
bool libcurl_load(void);

#endif
