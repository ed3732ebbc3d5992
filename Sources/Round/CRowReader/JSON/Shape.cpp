#include "Shape.h"

#include <algorithm>

#include "StringScan.h"

namespace rows {
namespace {

bool is_score(uint8_t roles) { return (roles & (1u << ROW_ROLE_SAFETY | 1u << ROW_ROLE_HELPFULNESS)) != 0; }

/// The roles that a row cannot do without: who takes a row by its layout takes them for granted.
constexpr uint8_t needed = 1u << ROW_ROLE_PROMPT | 1u << ROW_ROLE_RESPONSE | 1u << ROW_ROLE_SAFETY | 1u << ROW_ROLE_HELPFULNESS;

bool is_text(uint8_t roles) { return (roles & (1u << ROW_ROLE_PROMPT | 1u << ROW_ROLE_RESPONSE)) != 0; }

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

/// Reads the string whose opening quote is at `p`; gives what comes behind it, or NULL where it is no valid one, or a score.
const uint8_t *string_at(const uint8_t *p, const uint8_t *end, const uint8_t *text, uint8_t roles, Value &value) {
    if (is_score(roles)) return nullptr;
    StringTraits traits;
    const uint8_t *const start = p + 1;
    const uint8_t *const stop = string_end(start, end, traits);
    if (stop == nullptr) return nullptr;
    if (!traits.is_ascii && !row_is_utf8(start, size_t(stop - start))) return nullptr;
    value.kind = Kind::string;
    value.start = uint32_t(start - text);
    value.end = uint32_t(stop - text);
    value.has_escapes = traits.has_escapes;
    if (traits.has_lone_surrogates) value.troubles = 1u << ROW_TROUBLE_LONE_SURROGATE;
    return stop + 1;
}

bool ends_scalar(uint8_t c) { return c == ',' || c == '}' || c == ']' || c <= ' '; }

/// The same for what is no string, object or array.
const uint8_t *scalar_at(const uint8_t *p, const uint8_t *end, const uint8_t *text, uint8_t roles, Value &value) {
    if (is_text(roles)) return nullptr;
    const uint8_t *stop = p;
    while (stop < end && !ends_scalar(*stop)) ++stop;
    if (stop == p) return nullptr;
    value.start = uint32_t(p - text);
    value.end = uint32_t(stop - text);
    const size_t length = size_t(stop - p);
    if (is_score(roles)) {
        if (parse_number(p, length, value.number, value.troubles) != ROW_FINE) return nullptr;
        value.kind = Kind::number;
    } else {
        value.kind = scalar_kind(p, length, value.troubles);
    }
    return value.kind == Kind::none ? nullptr : stop;
}

}  // namespace

void Shape::learn(
    const RowTokens &row, uint32_t stop, const RoleValues &values, const std::vector<uint32_t> &fixed) {
    slots_.clear();
    bytes_.clear();
    is_empty_ = true;
    if (!fixed.empty() && values.troubles != values.layout_troubles) return;
    troubles_ = values.layout_troubles;
    const uint8_t *text = row.text;
    uint32_t at = row.first[0];
    uint32_t count = 0;
    uint8_t seen = 0;
    for (; row.first[count] < stop; ++count) {
        const uint32_t start = row.first[count];
        const uint32_t next = std::min(row.first[count + 1], stop);
        if (is_structure(text[start]) || text[next] == ':') continue;
        if (text[next - 1] == ' ' || text[next - 1] == '\t' || text[next - 1] == '\r') return;
        if (std::find(fixed.begin(), fixed.end(), start) != fixed.end()) continue;
        uint8_t roles = 0;
        for (int role = 0; role < ROW_ROLES; ++role) {
            const Value &value = values.of[role];
            const bool is_here = value.start == start + (value.kind == Kind::string ? 1 : 0);
            if (value.kind != Kind::none && is_here) roles = uint8_t(roles | 1u << role);
        }
        seen = uint8_t(seen | roles);
        slots_.push_back(Slot{uint32_t(bytes_.size()), start - at, roles});
        bytes_.append(reinterpret_cast<const char *>(text) + at, start - at);
        at = next;
    }
    if ((seen & needed) != needed) return;
    end_start_ = uint32_t(bytes_.size());
    const uint32_t end = row.first[count - 1] + 1;
    bytes_.append(reinterpret_cast<const char *>(text) + at, end - at);
    is_empty_ = false;
}

bool Shape::match(const uint8_t *text, size_t at, size_t length, RoleValues &values, size_t &stop) const {
    if (is_empty_) return false;
    const uint8_t *bytes = reinterpret_cast<const uint8_t *>(bytes_.data());
    const uint8_t *p = text + at;
    const uint8_t *const end = text + length;
    uint16_t troubles = troubles_;
    for (const Slot &slot : slots_) {
        if (slot.bytes_length >= size_t(end - p) || !equal(p, bytes + slot.bytes_start, slot.bytes_length)) return false;
        p += slot.bytes_length;
        Value value;
        p = *p == '"' ? string_at(p, end, text, slot.roles, value) : scalar_at(p, end, text, slot.roles, value);
        if (p == nullptr) return false;
        troubles |= value.troubles;
        for (unsigned mask = slot.roles; mask != 0; mask &= mask - 1) values.of[__builtin_ctz(mask)] = value;
    }
    const size_t rest = bytes_.size() - end_start_;
    if (rest > size_t(end - p) || !equal(p, bytes + end_start_, rest)) return false;
    p += rest;
    if (p < end && *p == '\r') ++p;
    if (p < end && *p != '\n') return false;
    stop = size_t(p - text);
    values.troubles = troubles;
    return true;
}

}  // namespace rows
