#ifndef CROWREADER_NUMBER_H
#define CROWREADER_NUMBER_H

#include <cstddef>
#include <cstdint>

namespace rows {

/// Reads `text` as one JSON number: ROW_FINE, ROW_INFINITE (too large for a double) or ROW_NOT_NUMBER. Adds its troubles.
int parse_number(const uint8_t *text, size_t length, double &value, uint16_t &troubles) noexcept;

/// True where `text` is one JSON number, whatever its size. Adds its troubles.
bool is_number(const uint8_t *text, size_t length, uint16_t &troubles) noexcept;

/// ROW_NAN, ROW_INFINITE, or ROW_NOT_NUMBER where `text` spells neither (in any case of letters).
int non_finite(const uint8_t *text, size_t length) noexcept;

}  // namespace rows

#endif
