#ifndef CROWREADER_STRINGSCAN_H
#define CROWREADER_STRINGSCAN_H

#include <cstddef>
#include <cstdint>

namespace rows {

/// What was seen on the way to a string's end.
struct StringTraits {
    bool has_escapes = false;
    bool has_lone_surrogates = false;
    bool is_ascii = true;  // false may also be said of a string that is
};

/// The closing quote of the string whose bytes begin at `p`; NULL where it has none before `end`, a bare control character,
/// or an escape that JSON does not know. Its UTF-8 is not judged.
const uint8_t *string_end(const uint8_t *p, const uint8_t *end, StringTraits &traits) noexcept;

/// Copies what stands before the first backslash, or all; gives how many bytes.
size_t copy_to_backslash(const uint8_t *p, const uint8_t *end, uint8_t *out) noexcept;

}  // namespace rows

#endif
