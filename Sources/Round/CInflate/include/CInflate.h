// gzip through ISA-L, zstd, xz through liblzma and bzip2, behind one small face.
//
// Why this exists: the libraries are driven by structs of macros and buffers that Swift sees badly; and all of them stop at
// the end of the first member, frame or stream, where a file may hold several.
#ifndef CInflate_H
#define CInflate_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct inflater inflater;

enum {
    INFLATER_FINE = 0,
    // inflater_problem says how.
    INFLATER_DAMAGED,
    // It needs more memory than its limit.
    INFLATER_LIMIT,
    // The system gave no memory.
    INFLATER_NO_MEMORY
};

// NULL where memory is short. `limit` bounds, in bytes, what a frame's window or a stream's dictionary may take: a file says
// by itself how much that is, up to some gigabytes. gzip and bzip2 need no bound.
inflater *inflater_create_gzip(void);
inflater *inflater_create_zstd(uint64_t limit);
inflater *inflater_create_xz(uint64_t limit);
inflater *inflater_create_bzip2(void);
void inflater_destroy(inflater *inflater);

// Takes what it can of `input` and fills what it can of `output`. After anything but INFLATER_FINE it is to be destroyed.
int inflater_run(
    inflater *inflater, const uint8_t *input, size_t input_length, size_t *consumed, uint8_t *output, size_t output_length,
    size_t *produced);

// True where a whole number of members has been read, so that the file may end here.
bool inflater_may_end(const inflater *inflater);

// What is wrong, for a person; lives as long as the inflater.
const char *inflater_problem(const inflater *inflater);

#ifdef __cplusplus
}
#endif
#endif
