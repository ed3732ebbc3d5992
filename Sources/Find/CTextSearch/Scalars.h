#ifndef CTEXTSEARCH_SCALARS_H
#define CTEXTSEARCH_SCALARS_H

#include <cstdint>
#include <string>

namespace search {

/// The character at `at` of valid UTF-8, which moves on behind it.
inline uint32_t next_scalar(const std::string &text, size_t &at) {
    const auto byte = [&](size_t i) { return i < text.size() ? uint32_t(uint8_t(text[i])) : 0; };
    const uint32_t lead = byte(at);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    uint32_t c = length == 1 ? lead : lead & (0x7F >> length);
    for (int i = 1; i < length; ++i) c = c << 6 | (byte(at + i) & 0x3F);
    at += length;
    return c;
}

inline void append_scalar(std::string &text, uint32_t c) {
    if (c < 0x80) {
        text.push_back(char(c));
        return;
    }
    if (c < 0x800) {
        text.push_back(char(0xC0 | c >> 6));
    } else if (c < 0x10000) {
        text.push_back(char(0xE0 | c >> 12));
        text.push_back(char(0x80 | (c >> 6 & 0x3F)));
    } else {
        text.push_back(char(0xF0 | c >> 18));
        text.push_back(char(0x80 | (c >> 12 & 0x3F)));
        text.push_back(char(0x80 | (c >> 6 & 0x3F)));
    }
    text.push_back(char(0x80 | (c & 0x3F)));
}

}  // namespace search

#endif
