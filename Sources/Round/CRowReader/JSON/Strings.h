#ifndef CROWREADER_STRINGS_H
#define CROWREADER_STRINGS_H

#include <cstddef>
#include <cstdint>

namespace rows {

/// True where every escape between the quotes is one that JSON knows. Lone surrogates are.
bool escapes_are_valid(const uint8_t *text, size_t length, bool &has_escapes, bool &has_lone_surrogates) noexcept;

/// How many bytes the escape at `p` takes, of a pair of surrogates both; 0 where it is none that JSON knows, or does not end
/// before `end`.
int escape_length(const uint8_t *p, const uint8_t *end, bool &has_lone_surrogates) noexcept;

/// Decodes what stands between the quotes, whose escapes are valid, into at most `length` bytes. A lone surrogate
/// becomes three bytes, as UTF-8 would write it if it could.
size_t unescape(const uint8_t *text, size_t length, uint8_t *out) noexcept;

}  // namespace rows

#endif
