#include "Scanner.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace search {
namespace {

/// Groups that are no pieces: an escape, the long s, the Kelvin sign.
enum : int { escape_group = 0, long_s_group = 1, kelvin_group = 2, first_group = 3 };

const uint8_t long_s[] = {0xC5, 0xBF};
const uint8_t kelvin[] = {0xE2, 0x84, 0xAA};

int hex_value(uint8_t c) {
    if (c >= '0' && c <= '9') return c - '0';
    const uint8_t lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

Scanner::Scanner() : units_(0x10000 / 8, 0), scan_(scan_plainly) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) scan_ = scan_by_32;
#endif
}

void Scanner::allow(int position, uint8_t byte, uint8_t group) {
    low_[position][byte & 15] |= uint8_t(1 << group);
    high_[position][byte >> 4] |= uint8_t(1 << group);
}

void Scanner::allow_any(int position, uint8_t group) {
    for (int i = 0; i < 16; ++i) {
        low_[position][i] |= uint8_t(1 << group);
        high_[position][i] |= uint8_t(1 << group);
    }
    any_[position] |= uint8_t(1 << group);
}

void Scanner::add(Piece piece) {
    size_t window = 0;
    double best = -1;
    for (size_t at = 0; at == 0 || at + 3 <= piece.size(); ++at) {
        double bits = 0;
        for (size_t i = at; i < std::min(at + 3, piece.size()); ++i) {
            bits += std::min(byte_rarity(piece.first[i]), byte_rarity(piece.second[i]));
        }
        if (bits > best) best = bits, window = at;
    }
    const uint8_t group = uint8_t(first_group + pieces_++ % (8 - first_group));
    for (int i = 0; i < 3; ++i) {
        if (window + i < piece.size()) {
            allow(i, piece.first[window + i], group);
            allow(i, piece.second[window + i], group);
        } else {
            allow_any(i, group);
        }
    }
    if (piece.has_s) {
        for (int i = 0; i < 2; ++i) allow(i, long_s[i], long_s_group);
        allow_any(2, long_s_group);
    }
    if (piece.has_k) {
        for (int i = 0; i < 3; ++i) allow(i, kelvin[i], kelvin_group);
    }
    for (uint16_t unit : piece.units) units_[unit / 8] |= uint8_t(1 << unit % 8);
    groups_[group].push_back(Place{std::move(piece), window});
}

void Scanner::add_escapes() {
    allow(0, '\\', escape_group);
    allow(1, 'u', escape_group);
    // The digits of an escape: those of the units looked for are only told apart in full.
    allow_any(2, escape_group);
}

bool Scanner::escape_counts(const uint8_t *escape) const {
    int unit = 0;
    for (int i = 2; i < 6; ++i) {
        const int digit = hex_value(escape[i]);
        if (digit < 0) return false;
        unit = unit << 4 | digit;
    }
    return units_[unit / 8] >> unit % 8 & 1;
}

uint8_t Scanner::groups_at(const uint8_t *text, size_t length, size_t at) const {
    uint8_t groups = 0xFF;
    for (int i = 0; i < 3; ++i) {
        if (at + i < length) {
            const uint8_t byte = text[at + i];
            groups &= low_[i][byte & 15] & high_[i][byte >> 4];
        } else {
            groups &= any_[i];
        }
    }
    return groups;
}

Scanner::Find Scanner::verify(const uint8_t *text, size_t length, size_t from, size_t at) const {
    for (unsigned groups = groups_at(text, length, at); groups != 0; groups &= groups - 1) {
        const int group = __builtin_ctz(groups);
        switch (group) {
            case escape_group:
                if (at + 6 <= length && escape_counts(text + at)) return Find::escape;
                break;
            case long_s_group:
                if (text[at] == long_s[0] && text[at + 1] == long_s[1]) return Find::fold;
                break;
            case kelvin_group:
                if (std::equal(kelvin, kelvin + 3, text + at)) return Find::fold;
                break;
            default:
                for (const Place &place : groups_[group]) {
                    if (at - from < place.window) continue;
                    const size_t start = at - place.window;
                    if (place.piece.size() <= length - start && place.piece.stands_at(text + start)) return Find::piece;
                }
        }
    }
    return Find::nothing;
}

Scanner::Find Scanner::scan_plainly(
    const Scanner &scanner, const uint8_t *text, size_t length, size_t from, size_t &at) {
    for (at = from; at < length; ++at) {
        if (scanner.groups_at(text, length, at) == 0) continue;
        const Find find = scanner.verify(text, length, from, at);
        if (find != Find::nothing) return find;
    }
    return Find::nothing;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) Scanner::Find Scanner::scan_by_32(
    const Scanner &scanner, const uint8_t *text, size_t length, size_t from, size_t &at) {
    const __m256i nibble = _mm256_set1_epi8(15);
    __m256i low[3], high[3];
    for (int i = 0; i < 3; ++i) {
        low[i] = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i *>(scanner.low_[i])));
        high[i] = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i *>(scanner.high_[i])));
    }
    size_t block = from;
    for (; block + 34 <= length; block += 32) {
        __m256i groups = _mm256_set1_epi8(-1);
        for (int i = 0; i < 3; ++i) {
            const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(text + block + i));
            const __m256i upper = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
            groups = _mm256_and_si256(groups, _mm256_shuffle_epi8(low[i], _mm256_and_si256(bytes, nibble)));
            groups = _mm256_and_si256(groups, _mm256_shuffle_epi8(high[i], upper));
        }
        const __m256i none = _mm256_cmpeq_epi8(groups, _mm256_setzero_si256());
        for (unsigned hits = ~unsigned(_mm256_movemask_epi8(none)); hits != 0; hits &= hits - 1) {
            at = block + unsigned(__builtin_ctz(hits));
            const Find find = scanner.verify(text, length, from, at);
            if (find != Find::nothing) return find;
        }
    }
    // A piece may have begun before the last bytes: `from` stays what it was.
    for (at = block; at < length; ++at) {
        if (scanner.groups_at(text, length, at) == 0) continue;
        const Find find = scanner.verify(text, length, from, at);
        if (find != Find::nothing) return find;
    }
    return Find::nothing;
}
#else
Scanner::Find Scanner::scan_by_32(const Scanner &scanner, const uint8_t *text, size_t length, size_t from, size_t &at) {
    return scan_plainly(scanner, text, length, from, at);
}
#endif

}  // namespace search
