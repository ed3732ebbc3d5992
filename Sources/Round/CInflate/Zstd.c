#include "Inflater.h"

#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

typedef struct {
    inflater base;
    ZSTD_DCtx *context;
} zstd_inflater;

static int run(inflater *base, inflater_bytes *bytes) {
    zstd_inflater *it = (zstd_inflater *)base;
    ZSTD_inBuffer in = {bytes->next, (size_t)(bytes->end - bytes->next), 0};
    ZSTD_outBuffer out = {bytes->out, (size_t)(bytes->out_end - bytes->out), 0};
    int state = INFLATER_FINE;
    while (out.pos < out.size) {
        const size_t took = in.pos, gave = out.pos;
        if (base->between_members && in.pos == in.size) break;
        const size_t hint = ZSTD_decompressStream(it->context, &out, &in);
        if (ZSTD_isError(hint)) {
            base->problem = ZSTD_getErrorName(hint);
            switch (ZSTD_getErrorCode(hint)) {
                case ZSTD_error_frameParameter_windowTooLarge: state = INFLATER_LIMIT; break;
                case ZSTD_error_memory_allocation: state = INFLATER_NO_MEMORY; break;
                default: state = INFLATER_DAMAGED;
            }
            break;
        }
        base->between_members = hint == 0;
        if (in.pos == took && out.pos == gave) break;
    }
    bytes->next += in.pos;
    bytes->out += out.pos;
    return state;
}

static void destroy(inflater *base) {
    ZSTD_freeDCtx(((zstd_inflater *)base)->context);
    free(base);
}

inflater *inflater_create_zstd(uint64_t limit) {
    zstd_inflater *it = calloc(1, sizeof *it);
    if (it == NULL) return NULL;
    it->context = ZSTD_createDCtx();
    if (it->context == NULL) {
        free(it);
        return NULL;
    }
    // The library takes the bound as a power of two.
    const ZSTD_bounds bounds = ZSTD_dParam_getBounds(ZSTD_d_windowLogMax);
    int log = bounds.lowerBound;
    while (log < bounds.upperBound && (uint64_t)2 << log <= limit) ++log;
    ZSTD_DCtx_setParameter(it->context, ZSTD_d_windowLogMax, log);
    it->base = (inflater){run, destroy, true, false, ""};
    return &it->base;
}
