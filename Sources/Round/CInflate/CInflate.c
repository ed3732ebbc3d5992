#include "Inflater.h"

#include <stdlib.h>

int inflater_run(
    inflater *it, const uint8_t *input, size_t input_length, size_t *consumed, uint8_t *output, size_t output_length,
    size_t *produced) {
    // Some of the libraries count in 32 bits.
    if (input_length > INT32_MAX) input_length = INT32_MAX;
    if (output_length > INT32_MAX) output_length = INT32_MAX;
    inflater_bytes bytes = {input, input + input_length, output, output + output_length};
    const int state = it->run(it, &bytes);
    *consumed = (size_t)(bytes.next - input);
    *produced = (size_t)(bytes.out - output);
    return state;
}

void inflater_destroy(inflater *it) {
    if (it != NULL) it->destroy(it);
}

bool inflater_may_end(const inflater *it) { return it->between_members; }

const char *inflater_problem(const inflater *it) { return it->problem; }
