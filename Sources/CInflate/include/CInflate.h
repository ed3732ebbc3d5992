// gzip through ISA-L and zstd through libzstd, behind one small face.
//
// Why this exists: both libraries are driven by structs of macros and buffers that Swift sees badly; and both stop at the end
// of the first member or frame, where a file may hold several.
#ifndef CInflate_H
#define CInflate_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct inflater inflater;

// NULL where memory is short.
inflater *inflater_create_gzip(void);
inflater *inflater_create_zstd(void);
void inflater_destroy(inflater *inflater);

// Takes what it can of `input` and fills what it can of `output`. False where the data is damaged: inflater_problem then
// says how.
bool inflater_run(
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
