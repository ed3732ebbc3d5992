// A small HTTP server on this machine that answers as a test says, through libmicrohttpd.
//
// Why this exists: libmicrohttpd takes its options by variadic calls, and calls back for each piece of a body.
#ifndef C_SERVER_STUB_H
#define C_SERVER_STUB_H

#include <stddef.h>
#include <stdint.h>

// What a server does besides answering.
enum {
    STUB_ANSWERS = 0,
    STUB_CLOSES,   // without a word
    STUB_STALLS,   // sends half of the body and nothing more, for ten seconds
    STUB_FLOODS    // sends the body over and over, up to 256 MiB
};

typedef struct {
    const char *method, *path;
    const char *authorization;  // NULL for none
    const uint8_t *body;
    size_t length;
} stub_request;

typedef struct {
    int status;
    uint8_t *body;  // taken over, to be freed
    size_t length;
    const char *content_type;
    const char *location;  // NULL for none
    const char *retry_after;
    int deed;
    unsigned delay_milliseconds;
} stub_reply;

typedef void (*stub_handler)(void *context, const stub_request *request, stub_reply *reply);

typedef struct stub_server stub_server;

// On a port of its own, or on `port` where that is not 0. NULL where that cannot be had.
stub_server *stub_start(uint16_t port, stub_handler handler, void *context);
uint16_t stub_port(const stub_server *server);
// Ends all connections.
void stub_stop(stub_server *server);

#endif
