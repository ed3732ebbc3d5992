#include "Inflater.h"

#include <isa-l/igzip_lib.h>
#include <stdlib.h>

typedef struct {
    inflater base;
    struct inflate_state *state;
    // Read apart from what follows: `isal_inflate` forgets a header's own checksum between two calls, and a header may
    // come in pieces.
    struct isal_gzip_header header;
    bool in_header;
} gzip_inflater;

static void start_member(gzip_inflater *it) {
    isal_inflate_reset(it->state);
    isal_gzip_header_init(&it->header);
    // The header is behind us then; the sum at the end is checked.
    it->state->crc_flag = ISAL_GZIP_NO_HDR_VER;
    it->in_header = true;
}

static const char *problem_of(int code) {
    switch (code) {
        case ISAL_INVALID_BLOCK: return "invalid block";
        case ISAL_INVALID_SYMBOL: return "invalid symbol";
        case ISAL_INVALID_LOOKBACK: return "invalid distance";
        case ISAL_INVALID_WRAPPER: return "invalid header";
        case ISAL_UNSUPPORTED_METHOD: return "unknown method";
        case ISAL_INCORRECT_CHECKSUM: return "wrong checksum";
        default: return "invalid data";
    }
}

static int run(inflater *base, inflater_bytes *bytes) {
    gzip_inflater *it = (gzip_inflater *)base;
    struct inflate_state *state = it->state;
    while (bytes->out < bytes->out_end) {
        if (base->between_members) {
            skip_padding(base, bytes);
            if (bytes->next == bytes->end) break;
            start_member(it);
            base->between_members = false;
        }
        const uint8_t *next = bytes->next;
        const uint8_t *out = bytes->out;
        state->next_in = (uint8_t *)next;
        state->avail_in = (uint32_t)(bytes->end - next);
        state->next_out = bytes->out;
        state->avail_out = (uint32_t)(bytes->out_end - out);
        const bool was_header = it->in_header;
        const int code = was_header ? isal_read_gzip_header(state, &it->header) : isal_inflate(state);
        if (was_header && code == ISAL_DECOMP_OK) it->in_header = false;
        bytes->next = state->next_in;
        bytes->out = bytes->out_end - state->avail_out;
        if (code != ISAL_DECOMP_OK && code != ISAL_END_INPUT) {
            base->problem = base->any_member && code == ISAL_INVALID_WRAPPER ? "something else behind the gzip data"
                                                                             : problem_of(code);
            return INFLATER_DAMAGED;
        }
        if (was_header) {
            if (it->in_header && bytes->next == next) break;
        } else if (state->block_state == ISAL_BLOCK_FINISH) {
            base->between_members = true;
            base->any_member = true;
        } else if (bytes->next == next && bytes->out == out) {
            break;
        }
    }
    return INFLATER_FINE;
}

static void destroy(inflater *base) {
    free(((gzip_inflater *)base)->state);
    free(base);
}

inflater *inflater_create_gzip(void) {
    gzip_inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->state = aligned_alloc(64, (sizeof *it->state + 63) / 64 * 64);
    if (it->state == NULL) {
        free(it);
        return NULL;
    }
    isal_inflate_init(it->state);
    start_member(it);
    it->base = (inflater){run, destroy, true, false, ""};
    return &it->base;
}
