#include "Inflater.h"

#include <stdlib.h>

static int run(inflater *it, inflater_bytes *bytes) {
    while (bytes->out < bytes->out_end) {
        if (!it->is_inside) {
            const bool may_skip = it->any_member && it->format->is_padded;
            while (may_skip && bytes->next < bytes->end && *bytes->next == 0) ++bytes->next;
            if (bytes->next == bytes->end) break;
            const int state = it->format->begin(it);
            if (state != INFLATER_FINE) return state;
            it->is_inside = true;
        }
        const uint8_t *next = bytes->next;
        const uint8_t *out = bytes->out;
        bool ends = false;
        const int state = it->format->take(it, bytes, &ends);
        if (state != INFLATER_FINE) return state;
        if (ends) {
            it->is_inside = false;
            it->any_member = true;
        } else if (bytes->next == next && bytes->out == out) {
            break;
        }
    }
    return INFLATER_FINE;
}

int inflater_run(
    inflater *it, const uint8_t *input, size_t input_length, size_t *consumed, uint8_t *output, size_t output_length,
    size_t *produced) {
    // Some of the libraries count in 32 bits.
    if (input_length > INT32_MAX) input_length = INT32_MAX;
    if (output_length > INT32_MAX) output_length = INT32_MAX;
    inflater_bytes bytes = {input, input + input_length, output, output + output_length};
    const int state = run(it, &bytes);
    *consumed = (size_t)(bytes.next - input);
    *produced = (size_t)(bytes.out - output);
    return state;
}

void inflater_destroy(inflater *it) {
    if (it != NULL) it->format->destroy(it);
}

bool inflater_may_end(const inflater *it) { return !it->is_inside; }

const char *inflater_problem(const inflater *it) { return it->problem; }
