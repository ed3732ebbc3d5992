#include "StringScan.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "Strings.h"

namespace rows {
namespace {

/// What is to be done at a byte that is no plain part of a string.
enum class Stop { closes, goes_on, fails };

/// Judges the byte at `p`, and goes behind an escape.
Stop stop_at(const uint8_t *&p, const uint8_t *end, StringTraits &traits) {
    if (*p == '"') return Stop::closes;
    if (*p != '\\') return Stop::fails;
    const int taken = escape_length(p, end, traits.has_lone_surrogates);
    traits.has_escapes = true;
    p += taken;
    return taken == 0 ? Stop::fails : Stop::goes_on;
}

const uint8_t *end_bytewise(const uint8_t *p, const uint8_t *end, StringTraits &traits) {
    while (p < end) {
        if (*p != '"' && *p != '\\' && *p >= 0x20) {
            if (*p >= 0x80) traits.is_ascii = false;
            ++p;
            continue;
        }
        const Stop stop = stop_at(p, end, traits);
        if (stop != Stop::goes_on) return stop == Stop::closes ? p : nullptr;
    }
    return nullptr;
}

size_t copy_bytewise(const uint8_t *p, const uint8_t *end, uint8_t *out) {
    const void *found = memchr(p, '\\', size_t(end - p));
    const size_t count = size_t((found == nullptr ? end : static_cast<const uint8_t *>(found)) - p);
    memcpy(out, p, count);
    return count;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) const uint8_t *end_by_32(const uint8_t *p, const uint8_t *end, StringTraits &traits) {
    const __m256i quote = _mm256_set1_epi8('"'), backslash = _mm256_set1_epi8('\\'), control = _mm256_set1_epi8(0x1F);
    __m256i seen = _mm256_setzero_si256();
    while (end - p >= 32) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(p));
        const __m256i special = _mm256_or_si256(
            _mm256_or_si256(_mm256_cmpeq_epi8(bytes, quote), _mm256_cmpeq_epi8(bytes, backslash)),
            _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, control), bytes));
        const uint32_t found = uint32_t(_mm256_movemask_epi8(special));
        // What stands behind the end counts too: that costs a look at bytes that are ASCII after all, seldom.
        seen = _mm256_or_si256(seen, bytes);
        if (found == 0) {
            p += 32;
            continue;
        }
        p += __builtin_ctz(found);
        const Stop stop = stop_at(p, end, traits);
        if (stop == Stop::goes_on) continue;
        if (_mm256_movemask_epi8(seen) != 0) traits.is_ascii = false;
        return stop == Stop::closes ? p : nullptr;
    }
    if (_mm256_movemask_epi8(seen) != 0) traits.is_ascii = false;
    return end_bytewise(p, end, traits);
}

__attribute__((target("avx2"))) size_t copy_by_32(const uint8_t *p, const uint8_t *end, uint8_t *out) {
    const __m256i backslash = _mm256_set1_epi8('\\');
    const uint8_t *start = p;
    for (; end - p >= 32; p += 32) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(p));
        _mm256_storeu_si256(reinterpret_cast<__m256i *>(out + (p - start)), bytes);
        const uint32_t found = uint32_t(_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, backslash)));
        if (found != 0) return size_t(p - start) + size_t(__builtin_ctz(found));
    }
    return size_t(p - start) + copy_bytewise(p, end, out + (p - start));
}

#endif

struct Functions {
    decltype(&end_bytewise) string_end = end_bytewise;
    decltype(&copy_bytewise) copy = copy_bytewise;

    Functions() {
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx2")) {
            string_end = end_by_32;
            copy = copy_by_32;
        }
#endif
    }
};

const Functions functions;

}  // namespace

const uint8_t *string_end(const uint8_t *p, const uint8_t *end, StringTraits &traits) noexcept {
    return functions.string_end(p, end, traits);
}

size_t copy_to_backslash(const uint8_t *p, const uint8_t *end, uint8_t *out) noexcept {
    return functions.copy(p, end, out);
}

}  // namespace rows
