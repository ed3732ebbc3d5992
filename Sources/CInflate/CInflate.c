#include "CInflate.h"

#include <isa-l/igzip_lib.h>
#include <stdlib.h>
#include <zstd.h>

struct inflater {
    struct inflate_state *gzip;
    ZSTD_DCtx *zstd;
    bool between_members;
    bool any_member;
    const char *problem;
};

static void start_member(inflater *it) {
    isal_inflate_reset(it->gzip);
    it->gzip->crc_flag = ISAL_GZIP;
}

inflater *inflater_create_gzip(void) {
    inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->gzip = aligned_alloc(64, (sizeof *it->gzip + 63) / 64 * 64);
    if (it->gzip == NULL) {
        free(it);
        return NULL;
    }
    isal_inflate_init(it->gzip);
    start_member(it);
    it->between_members = true;
    it->problem = "";
    return it;
}

inflater *inflater_create_zstd(void) {
    inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->zstd = ZSTD_createDCtx();
    if (it->zstd == NULL) {
        free(it);
        return NULL;
    }
    // Files made with `zstd --long=31` need their whole window.
    ZSTD_DCtx_setParameter(it->zstd, ZSTD_d_windowLogMax, sizeof(size_t) > 4 ? 31 : 30);
    it->between_members = true;
    it->problem = "";
    return it;
}

void inflater_destroy(inflater *it) {
    if (it == NULL) return;
    free(it->gzip);
    ZSTD_freeDCtx(it->zstd);
    free(it);
}

static const char *gzip_problem(int code) {
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

static bool run_gzip(inflater *it, const uint8_t *input, size_t input_length, size_t *consumed, uint8_t *output,
                     size_t output_length, size_t *produced) {
    struct inflate_state *state = it->gzip;
    const uint8_t *end = input + input_length;
    size_t made = 0;
    const uint8_t *next = input;
    bool fine = true;
    while (made < output_length) {
        if (it->between_members) {
            // Padding behind the last member is what tape drives and some writers leave.
            while (it->any_member && next < end && *next == 0) ++next;
            if (next == end) break;
            start_member(it);
            it->between_members = false;
        }
        state->next_in = (uint8_t *)next;
        state->avail_in = (uint32_t)(end - next);
        state->next_out = output + made;
        state->avail_out = (uint32_t)(output_length - made);
        const int code = isal_inflate(state);
        const size_t took = (size_t)(state->next_in - next), gave = output_length - made - state->avail_out;
        next = state->next_in;
        made += gave;
        if (code != ISAL_DECOMP_OK && code != ISAL_END_INPUT) {
            it->problem = it->any_member && code == ISAL_INVALID_WRAPPER ? "something else behind the gzip data"
                                                                         : gzip_problem(code);
            fine = false;
            break;
        }
        if (state->block_state == ISAL_BLOCK_FINISH) {
            it->between_members = true;
            it->any_member = true;
        } else if (took == 0 && gave == 0) {
            break;
        }
    }
    *consumed = (size_t)(next - input);
    *produced = made;
    return fine;
}

static bool run_zstd(inflater *it, const uint8_t *input, size_t input_length, size_t *consumed, uint8_t *output,
                     size_t output_length, size_t *produced) {
    ZSTD_inBuffer in = {input, input_length, 0};
    ZSTD_outBuffer out = {output, output_length, 0};
    bool fine = true;
    while (out.pos < out.size) {
        const size_t took = in.pos, gave = out.pos;
        if (it->between_members && in.pos == in.size) break;
        const size_t hint = ZSTD_decompressStream(it->zstd, &out, &in);
        if (ZSTD_isError(hint)) {
            it->problem = ZSTD_getErrorName(hint);
            fine = false;
            break;
        }
        it->between_members = hint == 0;
        if (in.pos == took && out.pos == gave) break;
    }
    *consumed = in.pos;
    *produced = out.pos;
    return fine;
}

bool inflater_run(
    inflater *it, const uint8_t *input, size_t input_length, size_t *consumed, uint8_t *output, size_t output_length,
    size_t *produced) {
    if (input_length > INT32_MAX) input_length = INT32_MAX;
    if (output_length > INT32_MAX) output_length = INT32_MAX;
    return it->gzip != NULL ? run_gzip(it, input, input_length, consumed, output, output_length, produced)
                            : run_zstd(it, input, input_length, consumed, output, output_length, produced);
}

bool inflater_may_end(const inflater *it) { return it->between_members; }

const char *inflater_problem(const inflater *it) { return it->problem; }
