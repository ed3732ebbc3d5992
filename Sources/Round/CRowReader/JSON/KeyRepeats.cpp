#include "KeyRepeats.h"

#include <algorithm>
#include <cstring>

#include "CRowReader.h"
#include "Strings.h"

namespace rows {
namespace {

/// Objects with more keys are sorted.
constexpr size_t few = 16;

uint64_t mix(uint64_t a) {
    const unsigned __int128 product = static_cast<unsigned __int128>(a ^ 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    return uint64_t(product) ^ uint64_t(product >> 64);
}

/// Sets the bit that tells small letters from capital ones in bytes that are ASCII.
uint64_t fold(uint64_t word) { return word | (~word & 0x8080808080808080u) >> 2; }

template <typename Word>
Word word_at(const uint8_t *p) {
    Word word;
    memcpy(&word, p, sizeof word);
    return word;
}

/// Up to eight bytes as a word, without a look behind them; the length tells words apart that are the same.
uint64_t last_word(const uint8_t *p, size_t length) {
    if (length == 8) return word_at<uint64_t>(p);
    if (length >= 4) return word_at<uint32_t>(p) | uint64_t(word_at<uint32_t>(p + length - 4)) << 32;
    uint64_t word = 0;
    for (size_t i = 0; i < length; ++i) word = word << 8 | p[i];
    return word;
}

bool has_nul(const std::string &text) { return text.find('\0') != std::string::npos; }

}  // namespace

void KeyRepeats::Key::add(uint64_t word) {
    exact = mix(exact ^ word);
    folded = mix(folded ^ fold(word));
}

void KeyRepeats::key(const uint8_t *text, size_t length, bool has_escapes) {
    if (has_escapes) {
        decoded_.resize(length);
        uint8_t *decoded = reinterpret_cast<uint8_t *>(&decoded_[0]);
        length = unescape(text, length, decoded);
        text = decoded;
        decoded_.resize(length);
        if (starts_.size() == 1 && has_nul(decoded_)) troubles_ |= 1u << ROW_TROUBLE_NUL_IN_KEY;
    }
    Key key{length, length};
    for (; length > 8; text += 8, length -= 8) key.add(word_at<uint64_t>(text));
    key.add(last_word(text, length));
    keys_.push_back(key);
}

void KeyRepeats::close() {
    const auto first = keys_.begin() + ptrdiff_t(starts_.back());
    const auto end = keys_.end();
    if (size_t(end - first) <= few) {
        for (auto one = first; one < end; ++one) {
            for (auto other = first; other < one; ++other) {
                if (one->folded == other->folded) compare(*one, *other);
            }
        }
    } else {
        std::sort(first, end, [](const Key &a, const Key &b) {
            return a.folded != b.folded ? a.folded < b.folded : a.exact < b.exact;
        });
        for (auto one = first + 1; one < end; ++one) {
            if (one[0].folded == one[-1].folded) compare(one[0], one[-1]);
        }
    }
    keys_.erase(first, end);
    starts_.pop_back();
}

void KeyRepeats::compare(const Key &a, const Key &b) {
    const bool is_inside = starts_.size() > 1;
    if (a.exact == b.exact) {
        troubles_ |= is_inside ? 1u << ROW_TROUBLE_KEY_TWICE_INSIDE : 1u << ROW_TROUBLE_KEY_TWICE;
    } else if (is_inside) {
        troubles_ |= 1u << ROW_TROUBLE_KEY_CASE_INSIDE;
    }
}

}  // namespace rows
