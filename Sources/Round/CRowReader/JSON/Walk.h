#ifndef CROWREADER_WALK_H
#define CROWREADER_WALK_H

#include <cstdint>
#include <cstring>

#include "CRowReader.h"
#include "KeyRepeats.h"
#include "../Shared/Number.h"
#include "Strings.h"

namespace rows {

enum class Kind : uint8_t { none, string, number, literal_true, literal_false, null, not_a_number, infinite, object, array };

/// A value as it stands in the text; for a string what is between its quotes.
struct Value {
    uint32_t start = 0;
    uint32_t end = 0;
    Kind kind = Kind::none;
    bool has_escapes = false;
    uint16_t troubles = 0;  // a mask
    double number = 0;  // of a number that the visitor wanted
};

/// What stands in the roles' fields of one row.
struct RoleValues {
    Value of[ROW_ROLES];
    uint16_t troubles = 0;         // of the row, a mask
    uint16_t layout_troubles = 0;  // those of them that every row of its layout has
};

/// What a token that is no string, object or array is; none where it is nothing that JSON knows.
/// Adds the troubles of a number.
inline Kind scalar_kind(const uint8_t *token, size_t length, uint16_t &troubles) noexcept {
    switch (*token) {
        case 't': return length == 4 && memcmp(token, "true", 4) == 0 ? Kind::literal_true : Kind::none;
        case 'f': return length == 5 && memcmp(token, "false", 5) == 0 ? Kind::literal_false : Kind::none;
        case 'n': return length == 4 && memcmp(token, "null", 4) == 0 ? Kind::null : Kind::none;
        default: return is_number(token, length, troubles) ? Kind::number : Kind::none;
    }
}

/// NaN and infinities, which JSON does not know and many writers write.
inline Kind non_finite_kind(const uint8_t *token, size_t length) noexcept {
    switch (non_finite(token, length)) {
        case ROW_NAN: return Kind::not_a_number;
        case ROW_INFINITE: return Kind::infinite;
        default: return Kind::none;
    }
}

/// A row's bytes and the places at which its tokens start, as simdjson's first stage lists them: ascending, and after the
/// last one of the text at least one that is no less than `end`.
struct Tokens {
    const uint8_t *text;
    const uint32_t *next;
    uint32_t end;
};

/// Goes over one row and checks every byte of it. The visitor hears of keys and values in order:
///
///     void key(const Value &)                 before the value of a field
///     void value(const Value &)               a scalar, with the field's key before it unless it stands in an array
///     bool wants_number()                     whether NaN and infinities may stand here, to be told apart from errors
///     bool takes_non_finite()                 whether they may stand anywhere; asked where one does
///     void open(Kind, uint32_t start)         an object or array
///     void close(Kind, uint32_t end)
///
/// Gives ROW_FINE, ROW_BLANK, ROW_NOT_JSON, ROW_CARRIED_NAN, ROW_NOT_AN_OBJECT or ROW_TOO_DEEP. Recursion would let a row choose how
/// much stack it takes, so the open containers are bits here.
template <typename Visitor>
class Walk {
public:
    /// Looks for repeated keys where `repeats` is not NULL.
    Walk(Tokens &tokens, Visitor &visitor, KeyRepeats *repeats = nullptr)
        : tokens_(tokens), text_(tokens.text), visitor_(visitor), repeats_(repeats) {
        if (repeats_ != nullptr) repeats_->begin_row();
    }

    /// Says what a row that is gone over holds of what some readers refuse.
    void tell_troubles(RoleValues &values) const {
        values.layout_troubles = uint16_t(layout_troubles_ | (repeats_ == nullptr ? 0 : repeats_->troubles()));
        values.troubles = uint16_t(values.layout_troubles | value_troubles_);
    }

    int run() {
        if (at_end()) return ROW_BLANK;
        const bool is_object = peek() == '{';
        do {
            const int problem = value_is_next_ ? any_value() : step();
            if (problem != ROW_FINE) return problem;
        } while (value_is_next_ || depth_ > 0);
        if (!at_end()) return ROW_NOT_JSON;
        return is_object ? ROW_FINE : ROW_NOT_AN_OBJECT;
    }

private:
    static constexpr uint32_t deep = 63, very_deep = 127;

    bool at_end() const { return *tokens_.next >= tokens_.end; }
    uint8_t peek() const { return at_end() ? 0 : text_[*tokens_.next]; }

    /// The end of the token that starts before the next one, without the blanks after it.
    uint32_t token_end() const {
        uint32_t end = *tokens_.next < tokens_.end ? *tokens_.next : tokens_.end;
        while (is_blank(text_[end - 1])) --end;
        return end;
    }

    static bool is_blank(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    bool in_object() const { return open_[depth_ >> 6] >> (depth_ & 63) & 1; }

    /// What follows a value inside a container: a comma and the next one, or the container's end.
    int step() {
        const uint8_t c = peek();
        if (c == ',') {
            ++tokens_.next;
            return before_value();
        }
        if (c == (in_object() ? '}' : ']')) {
            close();
            return ROW_FINE;
        }
        return ROW_NOT_JSON;
    }

    /// In an object the key of the value that comes next.
    int before_value() {
        value_is_next_ = true;
        if (!in_object()) return ROW_FINE;
        if (peek() != '"') return ROW_NOT_JSON;
        Value key;
        if (!string(key)) return ROW_NOT_JSON;
        layout_troubles_ |= key.troubles;
        if (peek() != ':') return ROW_NOT_JSON;
        ++tokens_.next;
        visitor_.key(key);
        if (repeats_ != nullptr) repeats_->key(text_ + key.start, key.end - key.start, key.has_escapes);
        return ROW_FINE;
    }

    int any_value() {
        value_is_next_ = false;
        switch (peek()) {
            case '"': {
                Value value;
                if (!string(value)) return ROW_NOT_JSON;
                value_troubles_ |= value.troubles;
                visitor_.value(value);
                return ROW_FINE;
            }
            case '{': return open(true);
            case '[': return open(false);
            default: return scalar();
        }
    }

    bool string(Value &value) {
        value.kind = Kind::string;
        value.start = *tokens_.next++ + 1;
        const uint32_t end = token_end();
        if (end <= value.start || text_[end - 1] != '"') return false;
        value.end = end - 1;
        bool has_lone_surrogates = false;
        if (!escapes_are_valid(text_ + value.start, value.end - value.start, value.has_escapes, has_lone_surrogates)) return false;
        if (has_lone_surrogates) value.troubles = 1u << ROW_TROUBLE_LONE_SURROGATE;
        return true;
    }

    int scalar() {
        if (at_end()) return ROW_NOT_JSON;
        Value value;
        value.start = *tokens_.next++;
        value.end = token_end();
        value.kind = visitor_.wants_number() ? number_of(value) : Kind::none;
        if (value.kind == Kind::none) value.kind = scalar_kind(text_ + value.start, value.end - value.start, value.troubles);
        if (value.kind == Kind::none) {
            value.kind = non_finite_kind(text_ + value.start, value.end - value.start);
            if (value.kind == Kind::none) return ROW_NOT_JSON;
            if (!visitor_.wants_number() && !visitor_.takes_non_finite()) return ROW_CARRIED_NAN;
        }
        value_troubles_ |= value.troubles;
        visitor_.value(value);
        return ROW_FINE;
    }

    /// Reads a number where one is wanted, so that its digits are gone over once.
    Kind number_of(Value &value) const {
        switch (parse_number(text_ + value.start, value.end - value.start, value.number, value.troubles)) {
            case ROW_FINE: return Kind::number;
            case ROW_INFINITE: return Kind::infinite;
            default: return Kind::none;
        }
    }

    int open(bool object) {
        if (depth_ == ROW_DEPTH_LIMIT) return ROW_TOO_DEEP;
        visitor_.open(object ? Kind::object : Kind::array, *tokens_.next++);
        ++depth_;
        if (depth_ > deep) layout_troubles_ |= 1u << ROW_TROUBLE_DEEP | (depth_ > very_deep ? 1u << ROW_TROUBLE_VERY_DEEP : 0);
        if (object && repeats_ != nullptr) repeats_->open();
        const uint64_t bit = uint64_t(1) << (depth_ & 63);
        if (object) open_[depth_ >> 6] |= bit; else open_[depth_ >> 6] &= ~bit;
        if (peek() == (object ? '}' : ']')) {
            close();
            return ROW_FINE;
        }
        return before_value();
    }

    void close() {
        const bool object = in_object();
        visitor_.close(object ? Kind::object : Kind::array, *tokens_.next++ + 1);
        if (object && repeats_ != nullptr) repeats_->close();
        --depth_;
    }

    Tokens &tokens_;
    const uint8_t *text_;
    Visitor &visitor_;
    KeyRepeats *repeats_;
    uint16_t layout_troubles_ = 0, value_troubles_ = 0;
    bool value_is_next_ = true;
    uint32_t depth_ = 0;
    uint64_t open_[ROW_DEPTH_LIMIT / 64 + 1];
};

}  // namespace rows

#endif
