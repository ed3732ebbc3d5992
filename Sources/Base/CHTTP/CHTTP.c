#include "CHTTP.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "libcurl.h"

// One request and what has come of its answer. Transfers are kept, with their handles and the room of their bodies.
typedef struct transfer {
    struct transfer *next;
    CURL *curl;
    struct curl_slist *headers;
    uint64_t tag;
    uint8_t *body;
    size_t length, capacity, limit;
    bool is_too_large, is_out_of_memory, is_running;
    CURLcode code;
    char detail[CURL_ERROR_SIZE];
} transfer;

struct http_client {
    CURLM *multi;
    http_settings settings;
    char *user_agent;
    bool has_netrc;
    transfer **transfers;
    size_t count, capacity;
    transfer *spare;
    transfer *stopped;
    transfer *out;  // the one whose answer was given out last
    size_t running;
};

// More than this is given back once an answer was read.
enum { USUAL_BODY = 1 << 20 };

static size_t take(char *bytes, size_t size, size_t count, void *argument)
{
    transfer *transfer = argument;
    const size_t more = size * count;
    if (more > transfer->limit - transfer->length) {
        transfer->is_too_large = true;
        return 0;
    }
    if (transfer->length + more > transfer->capacity) {
        size_t capacity = transfer->capacity ? transfer->capacity * 2 : 4096;
        while (capacity < transfer->length + more) capacity *= 2;
        uint8_t *larger = realloc(transfer->body, capacity);
        if (!larger) {
            transfer->is_out_of_memory = true;
            return 0;
        }
        transfer->body = larger;
        transfer->capacity = capacity;
    }
    memcpy(transfer->body + transfer->length, bytes, more);
    transfer->length += more;
    return more;
}

// Whether the user may have a `.netrc`: libcurl looks for it anew before each request.
static bool has_netrc(void)
{
    const char *home = getenv("HOME");
    if (!home) return true;  // libcurl asks the system where it is
    char path[4096];
    const int length = snprintf(path, sizeof path, "%s/.netrc", home);
    return length < 0 || (size_t)length >= sizeof path || access(path, F_OK) == 0;
}

http_client *http_client_create(const http_settings *settings)
{
    if (!libcurl_load()) return NULL;
    http_client *client = calloc(1, sizeof *client);
    if (!client) return NULL;
    client->settings = *settings;
    client->user_agent = strdup(settings->user_agent);
    client->has_netrc = has_netrc();
    client->multi = libcurl.multi_init();
    if (!client->multi || !client->user_agent) {
        http_client_destroy(client);
        return NULL;
    }
    libcurl.multi_setopt(client->multi, CURLMOPT_MAXCONNECTS, (long)settings->most_connections);
    libcurl.multi_setopt(client->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, (long)settings->most_connections);
    return client;
}

void http_client_destroy(http_client *client)
{
    if (!client) return;
    for (size_t index = 0; index < client->count; index++) {
        transfer *transfer = client->transfers[index];
        if (transfer->is_running) libcurl.multi_remove_handle(client->multi, transfer->curl);
        libcurl.easy_cleanup(transfer->curl);
        libcurl.slist_free_all(transfer->headers);
        free(transfer->body);
        free(transfer);
    }
    free(client->transfers);
    if (client->multi) libcurl.multi_cleanup(client->multi);
    free(client->user_agent);
    free(client);
}

// A transfer that nobody uses; NULL where memory is short.
static transfer *spare(http_client *client)
{
    if (client->spare) {
        transfer *transfer = client->spare;
        client->spare = transfer->next;
        return transfer;
    }
    if (client->count == client->capacity) {
        const size_t capacity = client->capacity ? 2 * client->capacity : 16;
        transfer **larger = realloc(client->transfers, capacity * sizeof *larger);
        if (!larger) return NULL;
        client->transfers = larger;
        client->capacity = capacity;
    }
    transfer *transfer = calloc(1, sizeof *transfer);
    if (!transfer) return NULL;
    transfer->curl = libcurl.easy_init();
    if (!transfer->curl) {
        free(transfer);
        return NULL;
    }
    client->transfers[client->count++] = transfer;
    return transfer;
}

static void give_back(http_client *client, transfer *transfer)
{
    if (transfer->capacity > USUAL_BODY) {
        free(transfer->body);
        transfer->body = NULL;
        transfer->capacity = 0;
    }
    transfer->next = client->spare;
    client->spare = transfer;
}

static bool add_header(transfer *transfer, const char *header)
{
    struct curl_slist *longer = libcurl.slist_append(transfer->headers, header);
    if (!longer) return false;
    transfer->headers = longer;
    return true;
}

// Without it a server is waited for before each body of more than a kilobyte.
static const char no_expect[] = "Expect:";

// Whether the last request of a transfer had the headers of this one.
static bool has_headers(const transfer *transfer, const http_request *request)
{
    const struct curl_slist *kept = transfer->headers;
    if (!kept) return false;
    kept = kept->next;
    for (size_t index = 0; index < request->header_count; index++, kept = kept->next) {
        if (!kept || strcmp(kept->data, request->headers[index])) return false;
    }
    return !kept;
}

static bool set_headers(transfer *transfer, const http_request *request)
{
    if (has_headers(transfer, request)) return true;
    libcurl.slist_free_all(transfer->headers);
    transfer->headers = NULL;
    bool is_fine = add_header(transfer, no_expect);
    for (size_t index = 0; index < request->header_count; index++) {
        is_fine = is_fine && add_header(transfer, request->headers[index]);
    }
    return is_fine;
}

bool http_client_start(http_client *client, const http_request *request)
{
    transfer *transfer = spare(client);
    if (!transfer) return false;
    CURL *curl = transfer->curl;
    libcurl.easy_reset(curl);
    transfer->tag = request->tag;
    transfer->length = 0;
    transfer->limit = client->settings.body_limit;
    transfer->is_too_large = transfer->is_out_of_memory = false;
    transfer->code = CURLE_OK;
    transfer->detail[0] = 0;
    bool is_fine = set_headers(transfer, request);
    libcurl.easy_setopt(curl, CURLOPT_PRIVATE, transfer);
    is_fine = is_fine && libcurl.easy_setopt(curl, CURLOPT_URL, request->url) == CURLE_OK;
    libcurl.easy_setopt(curl, CURLOPT_HTTPHEADER, transfer->headers);
    libcurl.easy_setopt(curl, CURLOPT_USERAGENT, client->user_agent);
    libcurl.easy_setopt(curl, CURLOPT_ERRORBUFFER, transfer->detail);
    libcurl.easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    libcurl.easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
    libcurl.easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    libcurl.easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
    libcurl.easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    libcurl.easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    libcurl.easy_setopt(curl, CURLOPT_MAXAGE_CONN, client->settings.idle_seconds);
    libcurl.easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
    libcurl.easy_setopt(curl, CURLOPT_TIMEOUT_MS, request->milliseconds);
    if (client->has_netrc) libcurl.easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_OPTIONAL);
    const char *bundle = getenv("CURL_CA_BUNDLE");
    if (!bundle || !*bundle) bundle = getenv("SSL_CERT_FILE");
    if (bundle && *bundle) libcurl.easy_setopt(curl, CURLOPT_CAINFO, bundle);
    if (request->socket) libcurl.easy_setopt(curl, CURLOPT_UNIX_SOCKET_PATH, request->socket);
    if (request->is_post) {
        libcurl.easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
        const char *body = request->body_length ? (const char *)request->body : "";
        is_fine = is_fine && libcurl.easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, body) == CURLE_OK;
    }
    is_fine = is_fine && libcurl.multi_add_handle(client->multi, curl) == CURLM_OK;
    if (!is_fine) {
        give_back(client, transfer);
        return false;
    }
    transfer->is_running = true;
    client->running += 1;
    return true;
}

size_t http_client_running(const http_client *client) { return client->running; }

void http_client_run(http_client *client, int milliseconds)
{
    int running = 0;
    if (libcurl.multi_perform(client->multi, &running) != CURLM_OK) return;
    // What has ended already is not waited for.
    if ((size_t)running < client->running) return;
    if (libcurl.multi_poll(client->multi, NULL, 0, milliseconds, NULL) != CURLM_OK) return;
    libcurl.multi_perform(client->multi, &running);
}

// Whether a proxy was asked for a way through and answered that there is none.
static bool is_kept_by_proxy(const transfer *transfer)
{
    long status = 0;
    libcurl.easy_getinfo(transfer->curl, CURLINFO_HTTP_CONNECTCODE, &status);
    return status >= 300;
}

static int outcome(const transfer *transfer)
{
    if (transfer->is_too_large) return HTTP_TOO_LARGE;
    if (transfer->code != CURLE_OK && is_kept_by_proxy(transfer)) return HTTP_NO_PROXY;
    switch (transfer->code) {
    case CURLE_OK: return HTTP_ANSWERED;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return HTTP_BAD_URL;
    case CURLE_COULDNT_RESOLVE_HOST: return HTTP_NO_HOST;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY: return HTTP_NO_PROXY;
    case CURLE_COULDNT_CONNECT: return HTTP_REFUSED;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return HTTP_TLS;
    case CURLE_OPERATION_TIMEDOUT: return HTTP_TIMED_OUT;
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return HTTP_CLOSED;
    case CURLE_WEIRD_SERVER_REPLY: return HTTP_NOT_HTTP;
    case CURLE_ABORTED_BY_CALLBACK: return HTTP_STOPPED;
    default: return HTTP_OTHER;
    }
}

static void fill(const transfer *transfer, http_answer *answer)
{
    memset(answer, 0, sizeof *answer);
    answer->tag = transfer->tag;
    answer->outcome = outcome(transfer);
    answer->detail = transfer->detail[0] ? transfer->detail : libcurl.easy_strerror(transfer->code);
    answer->body = transfer->body;
    answer->body_length = transfer->length;
    answer->retry_after = -1;
    libcurl.easy_getinfo(transfer->curl, CURLINFO_RESPONSE_CODE, &answer->status);
    libcurl.easy_getinfo(transfer->curl, CURLINFO_TOTAL_TIME, &answer->seconds);
    char *type = NULL;
    if (libcurl.easy_getinfo(transfer->curl, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK) answer->content_type = type;
    curl_off_t wait = 0;
    if (libcurl.easy_getinfo(transfer->curl, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK && wait > 0) {
        answer->retry_after = wait > 86400 ? 86400 : (long)wait;
    }
    long sent = 0;
    libcurl.easy_getinfo(transfer->curl, CURLINFO_REQUEST_SIZE, &sent);
    answer->was_sent = sent > 0;
}

bool http_client_next(http_client *client, http_answer *answer)
{
    if (client->out) {
        give_back(client, client->out);
        client->out = NULL;
    }
    transfer *ended = NULL;
    if (client->stopped) {
        ended = client->stopped;
        client->stopped = ended->next;
    } else {
        int left = 0;
        for (CURLMsg *message; !ended && (message = libcurl.multi_info_read(client->multi, &left));) {
            if (message->msg != CURLMSG_DONE) continue;
            char *pointer = NULL;
            const CURLcode code = message->data.result;
            CURL *curl = message->easy_handle;
            libcurl.easy_getinfo(curl, CURLINFO_PRIVATE, &pointer);
            ended = (transfer *)(void *)pointer;
            ended->code = code;
            libcurl.multi_remove_handle(client->multi, curl);
        }
    }
    if (!ended) return false;
    ended->is_running = false;
    client->running -= 1;
    client->out = ended;
    fill(ended, answer);
    return true;
}

void http_client_stop(http_client *client)
{
    for (size_t index = 0; index < client->count; index++) {
        transfer *transfer = client->transfers[index];
        if (!transfer->is_running || transfer->code == CURLE_ABORTED_BY_CALLBACK) continue;
        libcurl.multi_remove_handle(client->multi, transfer->curl);
        transfer->code = CURLE_ABORTED_BY_CALLBACK;
        transfer->next = client->stopped;
        client->stopped = transfer;
    }
}

void http_client_wake(http_client *client) { libcurl.multi_wakeup(client->multi); }
