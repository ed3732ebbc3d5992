#include "Shape.h"

#include <algorithm>

namespace rows {
namespace {

bool is_score(uint8_t roles) { return (roles & (1u << JSON_ROLE_SAFETY | 1u << JSON_ROLE_HELPFULNESS)) != 0; }

bool is_text(uint8_t roles) { return (roles & (1u << JSON_ROLE_PROMPT | 1u << JSON_ROLE_RESPONSE)) != 0; }

bool is_structure(uint8_t c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ','; }

template <typename Word>
bool same_ends(const uint8_t *a, const uint8_t *b, size_t length) {
    Word words[4];
    memcpy(&words[0], a, sizeof(Word));
    memcpy(&words[1], b, sizeof(Word));
    memcpy(&words[2], a + length - sizeof(Word), sizeof(Word));
    memcpy(&words[3], b + length - sizeof(Word), sizeof(Word));
    return ((words[0] ^ words[1]) | (words[2] ^ words[3])) == 0;
}

/// The bytes between two values are few: a call for each would take longer than to compare them.
bool equal(const uint8_t *a, const uint8_t *b, size_t length) {
    if (length > 16) return memcmp(a, b, length) == 0;
    if (length >= 8) return same_ends<uint64_t>(a, b, length);
    if (length >= 4) return same_ends<uint32_t>(a, b, length);
    for (size_t i = 0; i < length; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

}  // namespace

void Shape::learn(const RowTokens &row, uint32_t stop, const RoleValues &values) {
    slots_.clear();
    bytes_.clear();
    token_count_ = 0;
    const uint8_t *text = row.text;
    uint32_t at = row.first[0];
    uint32_t count = 0;
    for (; row.first[count] < stop; ++count) {
        const uint32_t start = row.first[count];
        const uint32_t next = std::min(row.first[count + 1], stop);
        if (is_structure(text[start]) || text[next] == ':') continue;
        if (text[next - 1] == ' ' || text[next - 1] == '\t' || text[next - 1] == '\r') return;
        uint8_t roles = 0;
        for (int role = 0; role < JSON_ROLES; ++role) {
            const Value &value = values.of[role];
            const bool is_here = value.start == start + (value.kind == Kind::string ? 1 : 0);
            if (value.kind != Kind::none && is_here) roles = uint8_t(roles | 1u << role);
        }
        slots_.push_back(Slot{uint32_t(bytes_.size()), start - at, count, roles});
        bytes_.append(reinterpret_cast<const char *>(text) + at, start - at);
        at = next;
    }
    end_start_ = uint32_t(bytes_.size());
    const uint32_t end = row.first[count - 1] + 1;
    bytes_.append(reinterpret_cast<const char *>(text) + at, end - at);
    token_count_ = count;
}

bool Shape::match(RowTokens &row, RoleValues &values, uint32_t &stop) const {
    if (token_count_ == 0 || size_t(row.last - row.first) < token_count_) return false;
    const uint8_t *bytes = reinterpret_cast<const uint8_t *>(bytes_.data());
    const uint32_t end = *row.last;
    uint32_t at = row.first[0];
    // All of the bytes between before any value: those are short, and tell another layout at once.
    for (const Slot &slot : slots_) {
        if (slot.bytes_length > end - at || !equal(row.text + at, bytes + slot.bytes_start, slot.bytes_length)) return false;
        at += slot.bytes_length;
        if (row.first[slot.token] != at) return false;
        at = row.first[slot.token + 1];
    }
    const uint32_t length = uint32_t(bytes_.size()) - end_start_;
    if (length > end - at || !equal(row.text + at, bytes + end_start_, length)) return false;
    at += length;
    if (at < end && row.text[at] == '\r') ++at;
    if (at < end && row.text[at] != '\n') return false;
    if (!values_match(row, values)) return false;
    stop = at;
    row.first += token_count_;
    return true;
}

bool Shape::values_match(const RowTokens &row, RoleValues &values) const {
    for (const Slot &slot : slots_) {
        Value value;
        value.start = row.first[slot.token];
        value.end = row.first[slot.token + 1];
        const uint8_t *token = row.text + value.start;
        const size_t length = value.end - value.start;
        if (*token == '"') {
            if (is_score(slot.roles) || length < 2 || token[length - 1] != '"') return false;
            ++value.start;
            --value.end;
            value.kind = Kind::string;
            if (!escapes_are_valid(token + 1, length - 2, value.has_escapes)) return false;
        } else if (is_score(slot.roles)) {
            if (parse_number(token, length, value.number) != JSON_FINE) return false;
            value.kind = Kind::number;
        } else {
            value.kind = scalar_kind(token, length);
            if (value.kind == Kind::none || is_text(slot.roles)) return false;
        }
        for (unsigned mask = slot.roles; mask != 0; mask &= mask - 1) values.of[__builtin_ctz(mask)] = value;
    }
    return true;
}

}  // namespace rows
