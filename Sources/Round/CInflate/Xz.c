#include "Inflater.h"

#include <lzma.h>
#include <stdlib.h>

// What the decoder takes beside the dictionary.
enum { DECODER_SIZE = 1 << 20 };

typedef struct {
    inflater base;
    lzma_stream stream;
    uint64_t limit;
} xz_inflater;

static int state_of(inflater *base, lzma_ret code) {
    switch (code) {
        case LZMA_OK:
        case LZMA_STREAM_END:
        case LZMA_BUF_ERROR: return INFLATER_FINE;
        case LZMA_MEMLIMIT_ERROR: return INFLATER_LIMIT;
        case LZMA_MEM_ERROR: return INFLATER_NO_MEMORY;
        case LZMA_FORMAT_ERROR:
            base->problem = base->any_member ? "something else behind the xz data" : "invalid header";
            return INFLATER_DAMAGED;
        case LZMA_OPTIONS_ERROR: base->problem = "unknown method"; return INFLATER_DAMAGED;
        case LZMA_DATA_ERROR: base->problem = "invalid data or wrong checksum"; return INFLATER_DAMAGED;
        default: base->problem = "invalid data"; return INFLATER_DAMAGED;
    }
}

static int run(inflater *base, inflater_bytes *bytes) {
    xz_inflater *it = (xz_inflater *)base;
    while (bytes->out < bytes->out_end) {
        if (base->between_members) {
            skip_padding(base, bytes);
            if (bytes->next == bytes->end) break;
            const int state = state_of(base, lzma_stream_decoder(&it->stream, it->limit, 0));
            if (state != INFLATER_FINE) return state;
            base->between_members = false;
        }
        const uint8_t *next = bytes->next;
        const uint8_t *out = bytes->out;
        it->stream.next_in = next;
        it->stream.avail_in = (size_t)(bytes->end - next);
        it->stream.next_out = bytes->out;
        it->stream.avail_out = (size_t)(bytes->out_end - out);
        const lzma_ret code = lzma_code(&it->stream, LZMA_RUN);
        bytes->next = it->stream.next_in;
        bytes->out = it->stream.next_out;
        const int state = state_of(base, code);
        if (state != INFLATER_FINE) return state;
        if (code == LZMA_STREAM_END) {
            base->between_members = true;
            base->any_member = true;
        } else if (bytes->next == next && bytes->out == out) {
            break;
        }
    }
    return INFLATER_FINE;
}

static void destroy(inflater *base) {
    lzma_end(&((xz_inflater *)base)->stream);
    free(base);
}

inflater *inflater_create_xz(uint64_t limit) {
    xz_inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->stream = (lzma_stream)LZMA_STREAM_INIT;
    it->limit = limit > UINT64_MAX - DECODER_SIZE ? UINT64_MAX : limit + DECODER_SIZE;
    it->base = (inflater){run, destroy, true, false, ""};
    return &it->base;
}
