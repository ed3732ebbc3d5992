// A server that speaks as OpenRLHF does and answers at once, or so many milliseconds later: what scoring is measured against.
//
//   cc -O2 -o scoring-stub scoring-stub.c && ./scoring-stub PORT [MILLISECONDS]
//
// One thread, no allocation in between: whoever asks is slower than this.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 1 << 20, MOST = 4096 };

typedef struct {
    char *bytes;
    size_t length, capacity;
    unsigned turn;
} connection;

// An answer that is due later; the delay is the same for all, so that they are due in their order.
typedef struct {
    int socket;
    unsigned turn, rows;
    double due;
} waiting;

static connection connections[MOST];
static waiting queue[1 << 16];
static unsigned first, last;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void reply(int socket, const char *status, const char *body, size_t length)
{
    static char out[ROOM];
    int head = snprintf(out, sizeof out, "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n", status, length);
    memcpy(out + head, body, length);
    size_t size = head + length, done = 0;
    while (done < size) {
        ssize_t put = send(socket, out + done, size - done, MSG_NOSIGNAL);
        if (put <= 0) return;
        done += put;
    }
}

static void score(int socket, unsigned rows)
{
    static char body[ROOM / 2];
    size_t length = sprintf(body, "{\"rewards\":[");
    for (unsigned row = 0; row < rows && length < sizeof body - 32; row++) {
        length += sprintf(body + length, row ? ",0.8125" : "0.8125");
    }
    length += sprintf(body + length, "]}");
    reply(socket, "200 OK", body, length);
}

// The texts in the first list of a body.
static unsigned texts(const char *at, const char *end)
{
    unsigned count = 0;
    at = memchr(at, '[', end - at);
    if (!at) return 0;
    while (at < end && *at != ']') {
        if (*at == '"') {
            count += 1;
            for (at++; at < end && *at != '"'; at++) {
                if (*at == '\\') at++;
            }
        }
        at++;
    }
    return count;
}

// Answers the requests that are whole.
static void take(int socket, double delay)
{
    connection *from = &connections[socket];
    while (from->length) {
        char *end = memmem(from->bytes, from->length, "\r\n\r\n", 4);
        if (!end) return;
        size_t head = end + 4 - from->bytes, length = 0;
        *end = 0;
        char *field = strcasestr(from->bytes, "\r\ncontent-length:");
        if (field) length = strtoul(field + 17, NULL, 10);
        *end = '\r';
        if (from->length < head + length) return;
        if (!strncmp(from->bytes, "POST", 4)) {
            unsigned rows = texts(end + 4, end + 4 + length);
            if (delay > 0) {
                queue[last++ & 0xFFFF] = (waiting){socket, from->turn, rows, now() + delay};
            } else {
                score(socket, rows);
            }
        } else if (!strncmp(from->bytes, "GET /openapi.json ", 18)) {
            static const char paths[] = "{\"paths\":{\"/get_reward\":{}}}";
            reply(socket, "200 OK", paths, sizeof paths - 1);
        } else {
            reply(socket, "404 Not Found", "{}", 2);
        }
        from->length -= head + length;
        memmove(from->bytes, from->bytes + head + length, from->length);
    }
}

int main(int count, char **arguments)
{
    if (count < 2) return 64;
    const double delay = count > 2 ? atof(arguments[2]) / 1000 : 0;
    int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(arguments[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 1024)) return 71;
    int poll = epoll_create1(0);
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &(struct epoll_event){.events = EPOLLIN, .data.fd = listener});
    for (;;) {
        int pause = -1;
        if (first != last) {
            double left = queue[first & 0xFFFF].due - now();
            pause = left > 0 ? (int)(left * 1000) + 1 : 0;
        }
        struct epoll_event events[256];
        int ready = epoll_wait(poll, events, 256, pause);
        for (int index = 0; index < ready; index++) {
            int socket = events[index].data.fd;
            if (socket == listener) {
                int fresh = accept(listener, NULL, NULL);
                if (fresh < 0) continue;
                if (fresh >= MOST) {
                    close(fresh);
                    continue;
                }
                setsockopt(fresh, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                connections[fresh].length = 0;
                epoll_ctl(poll, EPOLL_CTL_ADD, fresh, &(struct epoll_event){.events = EPOLLIN, .data.fd = fresh});
                continue;
            }
            connection *from = &connections[socket];
            if (from->capacity - from->length < 65536) {
                from->capacity = from->capacity ? 2 * from->capacity : 1 << 18;
                from->bytes = realloc(from->bytes, from->capacity);
                if (!from->bytes) return 71;
            }
            ssize_t got = recv(socket, from->bytes + from->length, from->capacity - from->length, 0);
            if (got <= 0) {
                from->turn += 1;
                close(socket);
                continue;
            }
            from->length += got;
            take(socket, delay);
        }
        for (double time = now(); first != last && queue[first & 0xFFFF].due <= time; first++) {
            waiting *due = &queue[first & 0xFFFF];
            if (connections[due->socket].turn == due->turn) score(due->socket, due->rows);
        }
    }
}
