#include "Errors.h"

#include <new>
#include <vector>

#include "CRowReader.h"
#include "../Shared/Number.h"
#include "Strings.h"
#include "Walk.h"

namespace rows {
namespace {

bool is_blank(uint8_t c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

bool ends_scalar(uint8_t c) {
    return is_blank(c) || c == ',' || c == ':' || c == '"' || c == '{' || c == '}' || c == '[' || c == ']';
}

/// A row read byte by byte, up to what is wrong.
class Reader {
public:
    Reader(const uint8_t *text, size_t length, bool takes_non_finite)
        : text_(text), length_(length), takes_non_finite_(takes_non_finite) {}

    RowError run() {
        bool wants_value = true;
        do {
            if (!(wants_value ? value(wants_value) : behind_value(wants_value))) return error_;
        } while (wants_value || !open_.empty());
        skip_blanks();
        error_.at = at_;
        return error_;
    }

private:
    struct Container {
        bool is_object;
        size_t key_start, key_length;
    };

    void skip_blanks() {
        while (at_ < length_ && is_blank(text_[at_])) ++at_;
    }

    uint8_t peek() {
        skip_blanks();
        return at_ < length_ ? text_[at_] : 0;
    }

    bool fail(size_t at) {
        error_.at = at;
        for (size_t depth = open_.size(); depth > 0 && error_.key_length == 0; --depth) {
            error_.key_start = open_[depth - 1].key_start;
            error_.key_length = open_[depth - 1].key_length;
        }
        return false;
    }

    bool value(bool &wants_value) {
        wants_value = false;
        const uint8_t c = peek();
        if (c == '"') return string();
        if (c != '{' && c != '[') return scalar();
        if (open_.size() > ROW_DEPTH_LIMIT) return fail(at_);
        ++at_;
        open_.push_back(Container{c == '{', 0, 0});
        if (peek() == (c == '{' ? '}' : ']')) {
            ++at_;
            open_.pop_back();
            return true;
        }
        return before_value(wants_value);
    }

    bool behind_value(bool &wants_value) {
        const uint8_t c = peek();
        if (c == ',') {
            ++at_;
            return before_value(wants_value);
        }
        if (c != (open_.back().is_object ? '}' : ']')) return fail(at_);
        ++at_;
        open_.pop_back();
        return true;
    }

    bool before_value(bool &wants_value) {
        wants_value = true;
        if (!open_.back().is_object) return true;
        if (peek() != '"') return fail(at_);
        const size_t start = at_ + 1;
        if (!string()) return false;
        open_.back().key_start = start;
        open_.back().key_length = at_ - 1 - start;
        if (peek() != ':') return fail(at_);
        ++at_;
        return true;
    }

    bool string() {
        const size_t quote = at_++;
        while (at_ < length_) {
            const uint8_t c = text_[at_];
            if (c == '"') {
                ++at_;
                return true;
            }
            if (c < 0x20) return fail(at_);
            int taken = 1;
            if (c == '\\') {
                bool ignored = false;
                taken = escape_length(text_ + at_, text_ + length_, ignored);
                if (taken == 0 && length_ - at_ >= 2) return fail(at_);
                if (taken == 0) break;
            }
            at_ += size_t(taken);
        }
        return fail(quote);
    }

    bool scalar() {
        const size_t start = at_;
        while (at_ < length_ && !ends_scalar(text_[at_])) ++at_;
        if (at_ == start) return fail(start);
        uint16_t ignored = 0;
        if (scalar_kind(text_ + start, at_ - start, ignored) != Kind::none) return true;
        const int kind = rows::non_finite(text_ + start, at_ - start);
        if (kind == ROW_NOT_NUMBER) return fail(start);
        if (takes_non_finite_) return true;
        error_.non_finite = kind;
        return fail(start);
    }

    const uint8_t *text_;
    size_t length_;
    bool takes_non_finite_;
    size_t at_ = 0;
    std::vector<Container> open_;
    RowError error_;
};

}  // namespace

RowError row_error(const uint8_t *text, size_t length, bool takes_non_finite) {
    return Reader(text, length, takes_non_finite).run();
}

size_t characters(const uint8_t *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; ++i) count += (text[i] & 0xC0) != 0x80;
    return count;
}

}  // namespace rows

size_t row_json_error(const uint8_t *text, size_t length, bool takes_non_finite) {
    try {
        return rows::row_error(text, length, takes_non_finite).at;
    } catch (const std::bad_alloc &) {
        return 0;
    }
}
