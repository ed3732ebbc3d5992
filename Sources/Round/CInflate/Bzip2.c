#include "Inflater.h"

#include <bzlib.h>
#include <stdlib.h>

typedef struct {
    inflater base;
    bz_stream stream;
    bool is_open;
} bzip2_inflater;

static void close_stream(bzip2_inflater *it) {
    if (it->is_open) BZ2_bzDecompressEnd(&it->stream);
    it->is_open = false;
}

static int state_of(inflater *base, int code) {
    switch (code) {
        case BZ_OK:
        case BZ_STREAM_END: return INFLATER_FINE;
        case BZ_MEM_ERROR: return INFLATER_NO_MEMORY;
        case BZ_DATA_ERROR_MAGIC:
            base->problem = base->any_member ? "something else behind the bzip2 data" : "invalid header";
            return INFLATER_DAMAGED;
        case BZ_DATA_ERROR: base->problem = "invalid data or wrong checksum"; return INFLATER_DAMAGED;
        default: base->problem = "invalid data"; return INFLATER_DAMAGED;
    }
}

static int begin(inflater *base) {
    bzip2_inflater *it = (bzip2_inflater *)base;
    it->stream = (bz_stream){0};
    const int state = state_of(base, BZ2_bzDecompressInit(&it->stream, 0, 0));
    it->is_open = state == INFLATER_FINE;
    return state;
}

static int take(inflater *base, inflater_bytes *bytes, bool *ends) {
    bzip2_inflater *it = (bzip2_inflater *)base;
    it->stream.next_in = (char *)bytes->next;
    it->stream.avail_in = (unsigned)(bytes->end - bytes->next);
    it->stream.next_out = (char *)bytes->out;
    it->stream.avail_out = (unsigned)(bytes->out_end - bytes->out);
    const int code = BZ2_bzDecompress(&it->stream);
    bytes->next = (const uint8_t *)it->stream.next_in;
    bytes->out = (uint8_t *)it->stream.next_out;
    *ends = code == BZ_STREAM_END;
    if (*ends) close_stream(it);
    return state_of(base, code);
}

static void destroy(inflater *base) {
    close_stream((bzip2_inflater *)base);
    free(base);
}

static const inflater_format format = {begin, take, destroy, true};

inflater *inflater_create_bzip2(void) {
    bzip2_inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->base = inflater_of(&format);
    return &it->base;
}
