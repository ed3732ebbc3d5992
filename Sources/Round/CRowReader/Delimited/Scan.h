#ifndef CROWREADER_SCAN_H
#define CROWREADER_SCAN_H

#include <cstddef>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace rows {

inline bool is_line_end(uint8_t c) { return c == '\n' || c == '\r'; }

/// The first delimiter, quote or line end from `p` on, or `end`.
inline const uint8_t *find_special(const uint8_t *p, const uint8_t *end, uint8_t delimiter) {
#ifdef __SSE2__
    const __m128i d = _mm_set1_epi8(char(delimiter)), q = _mm_set1_epi8('"');
    const __m128i n = _mm_set1_epi8('\n'), r = _mm_set1_epi8('\r');
    for (; end - p >= 16; p += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
        const __m128i hits = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(bytes, d), _mm_cmpeq_epi8(bytes, q)),
            _mm_or_si128(_mm_cmpeq_epi8(bytes, n), _mm_cmpeq_epi8(bytes, r)));
        const int mask = _mm_movemask_epi8(hits);
        if (mask != 0) return p + __builtin_ctz(unsigned(mask));
    }
#endif
    for (; p < end; ++p) {
        if (*p == delimiter || *p == '"' || is_line_end(*p)) return p;
    }
    return end;
}

/// How many bytes before `end` are `wanted`.
inline size_t count_bytes(const uint8_t *p, const uint8_t *end, uint8_t wanted) {
    size_t count = 0;
#ifdef __SSE2__
    const __m128i feed = _mm_set1_epi8(char(wanted)), zero = _mm_setzero_si128();
    while (end - p >= 16) {
        // A byte counts to 255.
        __m128i counts = zero;
        for (int i = 0; i < 255 && end - p >= 16; ++i, p += 16) {
            counts = _mm_sub_epi8(
                counts, _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(p)), feed));
        }
        const __m128i sums = _mm_sad_epu8(counts, zero);
        count += size_t(_mm_cvtsi128_si64(sums)) + size_t(_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums)));
    }
#endif
    for (; p < end; ++p) count += *p == wanted;
    return count;
}

/// The first quote from `p` on, or `end`.
inline const uint8_t *find_quote(const uint8_t *p, const uint8_t *end) {
    const void *found = memchr(p, '"', size_t(end - p));
    return found == nullptr ? end : static_cast<const uint8_t *>(found);
}

}  // namespace rows

#endif
