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

static int begin(inflater *base) {
    xz_inflater *it = (xz_inflater *)base;
    return state_of(base, lzma_stream_decoder(&it->stream, it->limit, 0));
}

static int take(inflater *base, inflater_bytes *bytes, bool *ends) {
    xz_inflater *it = (xz_inflater *)base;
    it->stream.next_in = bytes->next;
    it->stream.avail_in = (size_t)(bytes->end - bytes->next);
    it->stream.next_out = bytes->out;
    it->stream.avail_out = (size_t)(bytes->out_end - bytes->out);
    const lzma_ret code = lzma_code(&it->stream, LZMA_RUN);
    bytes->next = it->stream.next_in;
    bytes->out = it->stream.next_out;
    *ends = code == LZMA_STREAM_END;
    return state_of(base, code);
}

static void destroy(inflater *base) {
    lzma_end(&((xz_inflater *)base)->stream);
    free(base);
}

static const inflater_format format = {begin, take, destroy, true};

inflater *inflater_create_xz(uint64_t limit) {
    xz_inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->stream = (lzma_stream)LZMA_STREAM_INIT;
    it->limit = limit > UINT64_MAX - DECODER_SIZE ? UINT64_MAX : limit + DECODER_SIZE;
    it->base = inflater_of(&format);
    return &it->base;
}
