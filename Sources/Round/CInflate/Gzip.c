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

static int begin(inflater *base) {
    gzip_inflater *it = (gzip_inflater *)base;
    isal_inflate_reset(it->state);
    isal_gzip_header_init(&it->header);
    // The header is behind us then; the sum at the end is checked.
    it->state->crc_flag = ISAL_GZIP_NO_HDR_VER;
    it->in_header = true;
    return INFLATER_FINE;
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

static int take(inflater *base, inflater_bytes *bytes, bool *ends) {
    gzip_inflater *it = (gzip_inflater *)base;
    struct inflate_state *state = it->state;
    state->next_in = (uint8_t *)bytes->next;
    state->avail_in = (uint32_t)(bytes->end - bytes->next);
    state->next_out = bytes->out;
    state->avail_out = (uint32_t)(bytes->out_end - bytes->out);
    const bool was_header = it->in_header;
    int code = was_header ? isal_read_gzip_header(state, &it->header) : isal_inflate(state);
    if (was_header && code == ISAL_DECOMP_OK) {
        it->in_header = false;
        code = isal_inflate(state);
    }
    bytes->next = state->next_in;
    bytes->out = bytes->out_end - state->avail_out;
    if (code == ISAL_DECOMP_OK || code == ISAL_END_INPUT) {
        *ends = !it->in_header && state->block_state == ISAL_BLOCK_FINISH;
        return INFLATER_FINE;
    }
    base->problem = base->any_member && code == ISAL_INVALID_WRAPPER ? "something else behind the gzip data"
                                                                     : problem_of(code);
    return INFLATER_DAMAGED;
}

static void destroy(inflater *base) {
    free(((gzip_inflater *)base)->state);
    free(base);
}

static const inflater_format format = {begin, take, destroy, true};

inflater *inflater_create_gzip(void) {
    gzip_inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->state = aligned_alloc(64, (sizeof *it->state + 63) / 64 * 64);
    if (it->state == NULL) {
        free(it);
        return NULL;
    }
    isal_inflate_init(it->state);
    it->base = inflater_of(&format);
    return &it->base;
}
