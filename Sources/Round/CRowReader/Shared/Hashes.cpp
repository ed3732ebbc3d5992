#include <algorithm>
#include <cstring>
#include <vector>

#include "CRowReader.h"

namespace {

uint64_t mix(uint64_t a, uint64_t b) {
    unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
    return uint64_t(product) ^ uint64_t(product >> 64);
}

uint64_t load(const uint8_t *p, size_t count) {
    uint64_t word = 0;
    memcpy(&word, p, count);
    return word;
}

}  // namespace

uint64_t row_hash(const uint8_t *text, size_t length) {
    uint64_t state = 0x9E3779B97F4A7C15u ^ length;
    size_t at = 0;
    for (; at + 8 <= length; at += 8) state = mix(state ^ load(text + at, 8), 0xD6E8FEB86659FD93u);
    if (at < length) state = mix(state ^ load(text + at, length - at), 0xCA5A826395121157u);
    return mix(state, 0xFF51AFD7ED558CCDu);
}

size_t row_count_repeats(uint64_t *values, size_t count) {
    if (count < 2) return 0;
    // One in-place pass deals the values into buckets by their top bits, so that each bucket's table stays in the cache.
    int bits = 1;
    while (bits < 14 && (count >> bits) > 1024) ++bits;
    const size_t buckets = size_t(1) << bits;
    const int shift = 64 - bits;
    std::vector<size_t> ends(buckets + 1, 0);
    for (size_t i = 0; i < count; ++i) ++ends[(values[i] >> shift) + 1];
    for (size_t b = 0; b < buckets; ++b) ends[b + 1] += ends[b];
    std::vector<size_t> next(ends.begin(), ends.end() - 1);
    for (size_t b = 0; b < buckets; ++b) {
        while (next[b] < ends[b + 1]) {
            uint64_t value = values[next[b]];
            size_t home = size_t(value >> shift);
            while (home != b) {
                std::swap(value, values[next[home]++]);
                home = size_t(value >> shift);
            }
            values[next[b]++] = value;
        }
    }

    size_t repeats = 0;
    std::vector<uint64_t> table;
    for (size_t b = 0; b < buckets; ++b) {
        const size_t size = ends[b + 1] - ends[b];
        if (size < 2) continue;
        size_t slots = 4;
        while (slots < size * 2) slots *= 2;
        table.assign(slots, 0);
        bool seen_zero = false;
        for (size_t i = ends[b]; i < ends[b + 1]; ++i) {
            const uint64_t value = values[i];
            if (value == 0) {  // marks a free slot, so it is counted apart
                repeats += seen_zero;
                seen_zero = true;
                continue;
            }
            size_t slot = size_t(value * 0x9E3779B97F4A7C15u >> 32) & (slots - 1);
            while (table[slot] != 0 && table[slot] != value) slot = (slot + 1) & (slots - 1);
            repeats += table[slot] == value;
            table[slot] = value;
        }
    }
    return repeats;
}
