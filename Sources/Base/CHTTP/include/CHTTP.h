// Many requests at once over HTTP, through libcurl's multi interface.
//
// Why this exists: libcurl takes its options by variadic calls, which Swift cannot make, and calls back for every piece of a
// body. Here a request goes in whole and comes out whole, or with the reason why it did not.
#ifndef C_HTTP_H
#define C_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// How a request ended.
enum {
    HTTP_ANSWERED = 0,  // with a status and a body, whatever they say
    HTTP_BAD_URL,
    HTTP_NO_HOST,      // its name is not known
    HTTP_NO_PROXY,     // the name of the proxy is not known, or it refused
    HTTP_REFUSED,      // nothing listens there, or it cannot be reached
    HTTP_TLS,          // no secure connection, or one with another than the certificate says
    HTTP_TIMED_OUT,
    HTTP_CLOSED,       // the connection ended before the answer did
    HTTP_TOO_LARGE,    // the body went over its limit
    HTTP_NOT_HTTP,     // what came is no answer of HTTP
    HTTP_STOPPED,      // by `http_client_stop`
    HTTP_OTHER
};

typedef struct {
    const char *user_agent;
    size_t most_connections;  // at once, to all servers
    size_t body_limit;        // bytes that an answer may have
    long idle_seconds;        // a connection that was not used for longer is not used again
} http_settings;

typedef struct {
    const char *url;
    const char *const *headers;  // `Name: value`
    size_t header_count;
    bool is_post;  // else GET
    const uint8_t *body;  // copied
    size_t body_length;
    const char *socket;  // the path of a Unix socket to connect to; NULL for none
    long connect_milliseconds;
    long milliseconds;  // for all of it
    uint64_t tag;       // comes back with the answer
} http_request;

typedef struct {
    uint64_t tag;
    int outcome;
    const char *detail;  // of all but HTTP_ANSWERED: what libcurl says of it
    long status;
    const uint8_t *body;  // what came, where it was not all
    size_t body_length;
    const char *content_type;  // NULL where there is none
    long retry_after;          // seconds; -1 where the answer names none
    double seconds;
    bool was_sent;  // false where no byte of the request can have reached the server
} http_answer;

typedef struct http_client http_client;

// Loads libcurl at the first call. NULL where it cannot be loaded or set up, or memory is short.
http_client *http_client_create(const http_settings *settings);
// Ends all requests.
void http_client_destroy(http_client *client);

// Starts a request. False where memory is short.
bool http_client_start(http_client *client, const http_request *request);

// How many were started and not taken out yet.
size_t http_client_running(const http_client *client);

// Goes on with all requests for as long as nothing ends, up to so many milliseconds, or until it is woken.
void http_client_run(http_client *client, int milliseconds);

// Takes out an answer that is there; false for none. Valid until the next call.
bool http_client_next(http_client *client, http_answer *answer);

// Ends all requests that are running; they come out as HTTP_STOPPED.
void http_client_stop(http_client *client);

// Makes `http_client_run` return soon. From any thread.
void http_client_wake(http_client *client);

#endif
