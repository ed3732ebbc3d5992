#include "CServerStub.h"

#include <microhttpd.h>
#include <netinet/in.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct stub_server {
    struct MHD_Daemon *daemon;
    stub_handler handler;
    void *context;
    uint16_t port;
    atomic_bool is_stopping;
};

struct upload {
    uint8_t *bytes;
    size_t length;
};

struct stream {
    uint8_t *body;
    size_t length;
    int deed;
    stub_server *server;
};

// Ends early where the server is to stop.
static void pause_for(stub_server *server, unsigned milliseconds)
{
    for (unsigned done = 0; done < milliseconds && !atomic_load(&server->is_stopping); done += 5) {
        usleep((milliseconds - done < 5 ? milliseconds - done : 5) * 1000);
    }
}

static ssize_t give(void *argument, uint64_t at, char *buffer, size_t most)
{
    struct stream *stream = argument;
    if (stream->deed == STUB_FLOODS) {
        if (at > (256u << 20)) return MHD_CONTENT_READER_END_OF_STREAM;
        memset(buffer, ' ', most);
        return (ssize_t)most;
    }
    const size_t half = stream->length / 2;
    if (at >= half) {
        pause_for(stream->server, 10000);
        return MHD_CONTENT_READER_END_WITH_ERROR;
    }
    size_t count = half - at < most ? half - at : most;
    memcpy(buffer, stream->body + at, count);
    return (ssize_t)count;
}

static void end_stream(void *argument)
{
    struct stream *stream = argument;
    free(stream->body);
    free(stream);
}

static enum MHD_Result answer(
    void *context, struct MHD_Connection *connection, const char *path, const char *method, const char *version,
    const char *bytes, size_t *length, void **state)
{
    (void)version;
    stub_server *server = context;
    struct upload *upload = *state;
    if (!upload) {
        *state = calloc(1, sizeof *upload);
        return *state ? MHD_YES : MHD_NO;
    }
    if (*length > 0) {
        uint8_t *larger = realloc(upload->bytes, upload->length + *length);
        if (!larger) return MHD_NO;
        upload->bytes = larger;
        memcpy(larger + upload->length, bytes, *length);
        upload->length += *length;
        *length = 0;
        return MHD_YES;
    }
    stub_request request = {
        method, path, MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Authorization"), upload->bytes, upload->length};
    stub_reply reply = {200, NULL, 0, "application/json", NULL, NULL, STUB_ANSWERS, 0};
    server->handler(server->context, &request, &reply);
    if (reply.delay_milliseconds) pause_for(server, reply.delay_milliseconds);
    if (reply.deed == STUB_CLOSES) {
        free(reply.body);
        return MHD_NO;
    }
    struct MHD_Response *response = NULL;
    if (reply.deed == STUB_ANSWERS) {
        response = MHD_create_response_from_buffer(reply.length, reply.body, MHD_RESPMEM_MUST_FREE);
    } else {
        struct stream *stream = malloc(sizeof *stream);
        if (!stream) return MHD_NO;
        *stream = (struct stream){reply.body, reply.length, reply.deed, server};
        uint64_t size = reply.deed == STUB_FLOODS ? MHD_SIZE_UNKNOWN : reply.length;
        response = MHD_create_response_from_callback(size, 1 << 16, give, stream, end_stream);
    }
    if (!response) return MHD_NO;
    if (reply.content_type) MHD_add_response_header(response, "Content-Type", reply.content_type);
    if (reply.location) MHD_add_response_header(response, "Location", reply.location);
    if (reply.retry_after) MHD_add_response_header(response, "Retry-After", reply.retry_after);
    enum MHD_Result result = MHD_queue_response(connection, (unsigned)reply.status, response);
    MHD_destroy_response(response);
    return result;
}

static void completed(void *context, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code)
{
    (void)context;
    (void)connection;
    (void)code;
    struct upload *upload = *state;
    if (!upload) return;
    free(upload->bytes);
    free(upload);
    *state = NULL;
}

stub_server *stub_start(uint16_t port, stub_handler handler, void *context)
{
    stub_server *server = calloc(1, sizeof *server);
    if (!server) return NULL;
    server->handler = handler;
    server->context = context;
    struct sockaddr_in address = {0};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server->daemon = MHD_start_daemon(
        MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD, port, NULL, NULL, answer, server,
        MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address, MHD_OPTION_NOTIFY_COMPLETED, completed, NULL,
        MHD_OPTION_LISTENING_ADDRESS_REUSE, 1u, MHD_OPTION_CONNECTION_LIMIT, 512u, MHD_OPTION_END);
    if (!server->daemon) {
        free(server);
        return NULL;
    }
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
    server->port = info ? info->port : port;
    return server;
}

uint16_t stub_port(const stub_server *server) { return server->port; }

void stub_stop(stub_server *server)
{
    atomic_store(&server->is_stopping, true);
    MHD_stop_daemon(server->daemon);
    free(server);
}
