#ifndef CROWREADER_ERRORS_H
#define CROWREADER_ERRORS_H

#include <cstddef>
#include <cstdint>

namespace rows {

/// Where a row stops to be JSON.
struct RowError {
    size_t at = 0;  // bytes before it
    size_t key_start = 0;
    size_t key_length = 0;  // of the key of the value that it stands in, as it is written; 0 for none
    int non_finite = 0;     // ROW_NAN or ROW_INFINITE where that is all that is wrong, else 0
};

/// Goes over a row that is not JSON, token by token. NaN and infinities are errors unless they are let pass.
///
/// A string that never ends is wrong at its quote, a number or word where it begins, a row that is cut short where it ends.
RowError row_error(const uint8_t *text, size_t length, bool takes_non_finite);

/// How many characters so many bytes are.
size_t characters(const uint8_t *text, size_t length);

}  // namespace rows

#endif
