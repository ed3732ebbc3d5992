// Patterns over texts, and over the rows that texts stand in: no row with a match may be passed over.
#include <string>

#include "CRowReader.h"
#include "CTextSearch.h"
#include "Input.h"

namespace {

/// How many bytes a character of sound UTF-8 takes, and which it is.
size_t decode(const uint8_t *p, uint32_t &scalar) {
    if (p[0] < 0x80) return scalar = p[0], 1;
    if (p[0] < 0xE0) return scalar = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu), 2;
    if (p[0] < 0xF0) return scalar = (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu), 3;
    return scalar = (p[0] & 7u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu), 4;
}

void escape(uint32_t unit, bool is_lower, std::string &out) {
    char text[8];
    snprintf(text, sizeof text, is_lower ? "\\u%04x" : "\\u%04X", unit);
    out += text;
}

/// A text as a row of JSON may spell it: each character as it is, by its letter or by its number.
std::string row(const Bytes &text, Pieces pieces) {
    const char *letters = "\"\"\\\\\bb\ff\nn\rr\tt//";
    std::string out = "{\"prompt\": \"";
    for (size_t at = 0; at < text.length;) {
        uint32_t scalar;
        const size_t length = decode(text.get() + at, scalar);
        const bool is_lower = pieces.next(2) == 1;
        const char *letter = nullptr;
        for (const char *pair = letters; *pair != 0; pair += 2) letter = uint32_t(*pair) == scalar ? pair + 1 : letter;
        if (letter != nullptr && is_lower) (out += '\\') += *letter;
        else if (scalar >= 0x20 && scalar != '"' && scalar != '\\' && pieces.next(8) > 1) out.append(reinterpret_cast<const char *>(text.get() + at), length);
        else if (scalar < 0x10000) escape(scalar, is_lower, out);
        else {
            escape(0xD800 + ((scalar - 0x10000) >> 10), is_lower, out);
            escape(0xDC00 + ((scalar - 0x10000) & 0x3FF), !is_lower, out);
        }
        at += length;
    }
    return out + "\"}\n";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Input input{data, size};
    const int flags = input.byte() % 4;
    const Pieces pieces{input.byte()};
    const Bytes pattern = input.bytes(input.byte());
    const Bytes text = input.rest();

    text_problem problem = {};
    text_pattern *compiled = text_pattern_create(pattern.get(), pattern.length, flags, &problem);
    if (compiled == nullptr) {
        HOLDS(problem.kind != TEXT_FINE);
        HOLDS(problem.offset + problem.length <= pattern.length);
        return 0;
    }
    size_t start = 0, end = 0;
    const bool is_found = text_pattern_find(compiled, text.get(), text.length, 0, &start, &end);
    for (size_t from = 0, times = 0; times < 32; ++times) {
        if (!text_pattern_find(compiled, text.get(), text.length, from, &start, &end)) break;
        HOLDS(from <= start && start <= end && end <= text.length);
        if (end == text.length) break;
        from = end > start ? end : end + 1;
    }
    text_finder *finder = text_finder_create(compiled);
    HOLDS(finder != nullptr);
    HOLDS(text_finder_matches(finder, text.get(), text.length) == is_found);
    // Of bytes that are no UTF-8 there is no row.
    if (row_is_utf8(text.get(), text.length)) {
        const std::string spelt = row(text, pieces);
        const Bytes source(reinterpret_cast<const uint8_t *>(spelt.data()), spelt.size());
        const size_t candidate = text_pattern_next_candidate(compiled, source.get(), source.length, 0);
        HOLDS(candidate <= source.length);
        HOLDS(!is_found || candidate < source.length);
    }
    const size_t anywhere = text_pattern_next_candidate(compiled, text.get(), text.length, 0);
    HOLDS(anywhere <= text.length);
    text_finder_destroy(finder);
    text_pattern_destroy(compiled);
    return 0;
}
