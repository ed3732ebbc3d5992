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

static int run(inflater *base, inflater_bytes *bytes) {
    bzip2_inflater *it = (bzip2_inflater *)base;
    while (bytes->out < bytes->out_end) {
        if (base->between_members) {
            skip_padding(base, bytes);
            if (bytes->next == bytes->end) break;
            it->stream = (bz_stream){0};
            const int state = state_of(base, BZ2_bzDecompressInit(&it->stream, 0, 0));
            if (state != INFLATER_FINE) return state;
            it->is_open = true;
            base->between_members = false;
        }
        const uint8_t *next = bytes->next;
        const uint8_t *out = bytes->out;
        it->stream.next_in = (char *)next;
        it->stream.avail_in = (unsigned)(bytes->end - next);
        it->stream.next_out = (char *)bytes->out;
        it->stream.avail_out = (unsigned)(bytes->out_end - out);
        const int code = BZ2_bzDecompress(&it->stream);
        bytes->next = (const uint8_t *)it->stream.next_in;
        bytes->out = (uint8_t *)it->stream.next_out;
        const int state = state_of(base, code);
        if (state != INFLATER_FINE) return state;
        if (code == BZ_STREAM_END) {
            close_stream(it);
            base->between_members = true;
            base->any_member = true;
        } else if (bytes->next == next && bytes->out == out) {
            break;
        }
    }
    return INFLATER_FINE;
}

static void destroy(inflater *base) {
    close_stream((bzip2_inflater *)base);
    free(base);
}

inflater *inflater_create_bzip2(void) {
    bzip2_inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->base = (inflater){run, destroy, true, false, ""};
    return &it->base;
}
