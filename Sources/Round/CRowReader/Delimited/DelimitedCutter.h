#ifndef CROWREADER_DELIMITEDCUTTER_H
#define CROWREADER_DELIMITEDCUTTER_H

#include "../Format.h"

namespace rows {

/// Finds where rows of delimited text end, many bytes at a time, with libcsv's states; blanks mean nothing to them here.
///
/// A row with text behind a closing quote (`"a" b,c`) is broken. libcsv has its cell run on to the next quote that a delimiter
/// or a line end follows, be that a thousand rows later; here the rest of such a cell is plain, as most readers have it, so
/// that the row ends where its line does. Where its writer did not double quotes inside a cell of several lines, the next lines
/// are the rest of that cell and no rows. So behind a broken row one more thing makes a row invalid, until a row has the right
/// number of fields and no such cell: a plain cell with a quote at its end, which looks like the end of the broken one.
class DelimitedCutter final : public row_cutter {
public:
    /// - Parameters: how many fields a row has, and whether the first one may be the rest of a broken one.
    DelimitedCutter(uint8_t delimiter, size_t expected, bool is_unsure = false)
        : delimiter_(delimiter), expected_(expected), unsure_(is_unsure) {}

    size_t feed(const uint8_t *text, size_t length, bool first_only) override;
    size_t line_end_length(const uint8_t *text, size_t length) const override;
    bool is_in_quotes() const override { return state_ == State::in_quotes; }
    bool is_behind_broken_row() const override { return unsure_; }

    /// Ends the row that the text ends in.
    void finish() {
        if (state_ != State::at_row) end_row();
    }

    /// Whether the row that ended last has text behind a closing quote.
    bool row_has_stray() const { return (ended_marks_ & stray) != 0; }

    /// Whether the row that ended last has a plain cell that ends with a quote.
    bool row_has_loose_quote() const { return (ended_marks_ & loose) != 0; }

    /// Where text behind a closing quote was found, in what was fed then.
    size_t stray_at() const { return stray_at_; }

private:
    enum class State : uint8_t { at_row, at_field, in_plain, behind_plain_quote, in_quotes, at_quote };

    /// What is odd about a row.
    enum Mark : uint8_t { stray = 1, loose = 2 };

    const uint8_t *pass_plain(const uint8_t *p, const uint8_t *end);
    void end_row();
    void end_field();

    uint8_t delimiter_;
    State state_ = State::at_row;
    uint8_t marks_ = 0;  // of the row so far
    uint8_t ended_marks_ = 0;  // of the row that ended last
    size_t expected_;
    size_t delimiters_ = 0;  // of the row so far
    size_t stray_at_ = 0;
    bool unsure_;  // behind a broken row, and no sound one since
};

}  // namespace rows

#endif
