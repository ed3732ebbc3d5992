#include "Strings.h"

#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "StringScan.h"

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

/// Bytes that are looked at together.
constexpr int block = 64;

#ifdef __SSE2__
__m128i backslashes_of_16(const uint8_t *p) {
    return _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(p)), _mm_set1_epi8('\\'));
}

uint64_t bits(__m128i bytes) { return uint32_t(_mm_movemask_epi8(bytes)); }
#endif

/// Which of a block's bytes are backslashes, the first one in the lowest bit.
uint64_t backslashes(const uint8_t *p) {
#ifdef __SSE2__
    const __m128i a = backslashes_of_16(p), b = backslashes_of_16(p + 16);
    const __m128i c = backslashes_of_16(p + 32), d = backslashes_of_16(p + 48);
    // Most blocks have none.
    if (bits(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) == 0) return 0;
    return bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48;
#else
    uint64_t found = 0;
    for (int i = 0; i < block; ++i) found |= uint64_t(p[i] == '\\') << i;
    return found;
#endif
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

bool is_surrogate(int32_t unit) { return unit >= 0xD800 && unit < 0xE000; }

/// The same as `escape_length` for what begins with `\u`.
int unit_length(const uint8_t *p, const uint8_t *end, bool &has_lone_surrogates) {
    if (end - p < 6) return 0;
    const int32_t unit = code_unit(p + 2);
    if (unit < 0) return 0;
    if (!is_surrogate(unit)) return 6;
    if (unit < 0xDC00 && end - p >= 12 && p[6] == '\\' && p[7] == 'u') {
        const int32_t low = code_unit(p + 8);
        if (low >= 0xDC00 && is_surrogate(low)) return 12;
    }
    has_lone_surrogates = true;
    return 6;
}

}  // namespace

int escape_length(const uint8_t *p, const uint8_t *end, bool &has_lone_surrogates) noexcept {
    if (end - p < 2) return 0;
    switch (p[1]) {
        case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't': return 2;
        case 'u': return unit_length(p, end, has_lone_surrogates);
        default: return 0;
    }
}

bool escapes_are_valid(const uint8_t *text, size_t length, bool &has_escapes, bool &has_lone_surrogates) noexcept {
    const uint8_t *p = text;
    const uint8_t *end = text + length;
    while (p < end) {
        if (end - p < block) {
            p = static_cast<const uint8_t *>(memchr(p, '\\', size_t(end - p)));
            if (p == nullptr) return true;
            has_escapes = true;
            const int taken = escape_length(p, end, has_lone_surrogates);
            if (taken == 0) return false;
            p += taken;
            continue;
        }
        const uint8_t *next = p + block;
        for (uint64_t found = backslashes(p); found != 0;) {
            has_escapes = true;
            const uint8_t *escape = p + __builtin_ctzll(found);
            const int taken = escape_length(escape, end, has_lone_surrogates);
            if (taken == 0) return false;
            if (escape + taken >= next) {
                next = escape + taken;
                break;
            }
            found &= ~uint64_t(0) << (escape + taken - p);
        }
        p = next;
    }
    return true;
}

size_t unescape(const uint8_t *text, size_t length, uint8_t *out) noexcept {
    const uint8_t *p = text;
    const uint8_t *end = text + length;
    uint8_t *to = out;
    while (p < end) {
        const size_t plain = copy_to_backslash(p, end, to);
        to += plain;
        p += plain;
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
