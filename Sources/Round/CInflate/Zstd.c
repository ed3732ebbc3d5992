#include "Inflater.h"

#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

typedef struct {
    inflater base;
    ZSTD_DCtx *context;
} zstd_inflater;

static int begin(inflater *base) {
    (void)base;
    return INFLATER_FINE;
}

static int take(inflater *base, inflater_bytes *bytes, bool *ends) {
    zstd_inflater *it = (zstd_inflater *)base;
    ZSTD_inBuffer in = {bytes->next, (size_t)(bytes->end - bytes->next), 0};
    ZSTD_outBuffer out = {bytes->out, (size_t)(bytes->out_end - bytes->out), 0};
    const size_t hint = ZSTD_decompressStream(it->context, &out, &in);
    bytes->next += in.pos;
    bytes->out += out.pos;
    *ends = hint == 0;
    if (!ZSTD_isError(hint)) return INFLATER_FINE;
    base->problem = ZSTD_getErrorName(hint);
    switch (ZSTD_getErrorCode(hint)) {
        case ZSTD_error_frameParameter_windowTooLarge: return INFLATER_LIMIT;
        case ZSTD_error_memory_allocation: return INFLATER_NO_MEMORY;
        default: return INFLATER_DAMAGED;
    }
}

static void destroy(inflater *base) {
    ZSTD_freeDCtx(((zstd_inflater *)base)->context);
    free(base);
}

// Frames are followed by frames alone; padding has a frame of its own kind.
static const inflater_format format = {begin, take, destroy, false};

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
    it->base = inflater_of(&format);
    return &it->base;
}
