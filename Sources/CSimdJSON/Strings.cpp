#include "Strings.h"

#include <cstring>

namespace rows {
namespace {

int hex_digit(uint8_t c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The code unit of four hexadecimal digits, or -1.
int32_t code_unit(const uint8_t *p) {
    int32_t unit = 0;
    for (int i = 0; i < 4; ++i) {
        int digit = hex_digit(p[i]);
        if (digit < 0) return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

uint8_t *put(uint8_t *out, uint32_t scalar) {
    if (scalar < 0x80) {
        *out++ = uint8_t(scalar);
    } else if (scalar < 0x800) {
        *out++ = uint8_t(0xC0 | scalar >> 6);
        *out++ = uint8_t(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
        *out++ = uint8_t(0xE0 | scalar >> 12);
        *out++ = uint8_t(0x80 | (scalar >> 6 & 0x3F));
        *out++ = uint8_t(0x80 | (scalar & 0x3F));
    } else {
        *out++ = uint8_t(0xF0 | scalar >> 18);
        *out++ = uint8_t(0x80 | (scalar >> 12 & 0x3F));
        *out++ = uint8_t(0x80 | (scalar >> 6 & 0x3F));
        *out++ = uint8_t(0x80 | (scalar & 0x3F));
    }
    return out;
}

uint8_t plain_escape(uint8_t c) {
    switch (c) {
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return c;
    }
}

}  // namespace

bool escapes_are_valid(const uint8_t *text, size_t length, bool &has_escapes) noexcept {
    const uint8_t *p = text;
    const uint8_t *end = text + length;
    while ((p = static_cast<const uint8_t *>(memchr(p, '\\', size_t(end - p)))) != nullptr) {
        has_escapes = true;
        if (end - p < 2) return false;
        switch (p[1]) {
            case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't':
                p += 2;
                break;
            case 'u':
                if (end - p < 6 || code_unit(p + 2) < 0) return false;
                p += 6;
                break;
            default:
                return false;
        }
    }
    return true;
}

size_t unescape(const uint8_t *text, size_t length, uint8_t *out) noexcept {
    const uint8_t *p = text;
    const uint8_t *end = text + length;
    uint8_t *to = out;
    while (p < end) {
        const uint8_t *next = static_cast<const uint8_t *>(memchr(p, '\\', size_t(end - p)));
        const uint8_t *stop = next == nullptr ? end : next;
        memcpy(to, p, size_t(stop - p));
        to += stop - p;
        p = stop;
        if (end - p < 2) break;
        if (p[1] != 'u') {
            *to++ = plain_escape(p[1]);
            p += 2;
            continue;
        }
        if (end - p < 6) break;
        uint32_t scalar = uint32_t(code_unit(p + 2));
        p += 6;
        if (scalar >= 0xD800 && scalar < 0xDC00 && end - p >= 6 && p[0] == '\\' && p[1] == 'u') {
            uint32_t low = uint32_t(code_unit(p + 2));
            if (low >= 0xDC00 && low < 0xE000) {
                scalar = 0x10000 + ((scalar - 0xD800) << 10) + (low - 0xDC00);
                p += 6;
            }
        }
        to = put(to, scalar);
    }
    return size_t(to - out);
}

}  // namespace rows
