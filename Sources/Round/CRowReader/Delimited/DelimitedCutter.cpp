#include "DelimitedCutter.h"

#include "Scan.h"

namespace rows {

/// Goes over a plain cell, or the rest of one. A quote inside it is one of its characters.
const uint8_t *DelimitedCutter::pass_plain(const uint8_t *p, const uint8_t *end) {
    bool behind_quote = state_ == State::behind_plain_quote;
    for (;;) {
        const uint8_t *special = find_special(p, end, delimiter_);
        if (special > p) behind_quote = false;
        p = special;
        if (p == end || *p != '"') break;
        ++p;
        behind_quote = true;
    }
    state_ = behind_quote ? State::behind_plain_quote : State::in_plain;
    return p;
}

void DelimitedCutter::end_row() {
    if (state_ == State::behind_plain_quote) marks_ |= loose;
    if (marks_ & stray) {
        unsure_ = true;
    } else if (unsure_) {
        unsure_ = (marks_ & loose) != 0 || delimiters_ + 1 != expected_;
    }
    ended_marks_ = marks_;
    marks_ = 0;
    delimiters_ = 0;
    state_ = State::at_row;
}

void DelimitedCutter::end_field() {
    if (state_ == State::behind_plain_quote) marks_ |= loose;
    ++delimiters_;
    state_ = State::at_field;
}

size_t DelimitedCutter::feed(const uint8_t *text, size_t length, bool first_only) {
    const uint8_t *p = text, *end = text + length;
    size_t last = 0;
    while (p < end) {
        switch (state_) {
            case State::at_row:
                if (is_line_end(*p)) {
                    // An empty line, or the second half of CR LF: it goes with the row before.
                    ++p;
                    last = size_t(p - text);
                    break;
                }
                if (first_only && last > 0) return last;
                // A byte order mark goes with the row behind it, which may begin with a quote. No other character that begins
                // with these bytes has a quote among them.
                if (*p == 0xEF || *p == 0xBB || *p == 0xBF) {
                    ++p;
                    break;
                }
                [[fallthrough]];
            case State::at_field:
                if (*p == '"') {
                    state_ = State::in_quotes;
                    ++p;
                    break;
                }
                state_ = State::in_plain;
                [[fallthrough]];
            case State::in_plain:
            case State::behind_plain_quote:
                p = pass_plain(p, end);
                if (p == end) break;
                if (*p++ == delimiter_) {
                    end_field();
                } else {
                    end_row();
                    last = size_t(p - text);
                }
                break;
            case State::in_quotes:
                p = find_quote(p, end);
                if (p == end) break;
                ++p;
                state_ = State::at_quote;
                break;
            case State::at_quote:
                if (*p == '"') {
                    state_ = State::in_quotes;
                    ++p;
                } else if (*p == delimiter_) {
                    end_field();
                    ++p;
                } else if (is_line_end(*p)) {
                    end_row();
                    last = size_t(++p - text);
                } else {
                    if (!(marks_ & stray)) stray_at_ = size_t(p - text);
                    marks_ |= stray;
                    state_ = State::in_plain;
                }
        }
    }
    return last;
}

size_t DelimitedCutter::line_end_length(const uint8_t *text, size_t length) const {
    size_t count = 0;
    while (count < length && is_line_end(text[length - 1 - count])) ++count;
    return count;
}

row_cutter *make_delimited_cutter(const row_format &format) {
    return new DelimitedCutter(format.delimiter, format.column_count);
}

}  // namespace rows
