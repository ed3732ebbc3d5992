#ifndef CROWREADER_SHAPE_H
#define CROWREADER_SHAPE_H

#include <string>
#include <vector>

#include "Walk.h"

namespace rows {

/// A row among the tokens of a text.
struct RowTokens {
    const uint8_t *text;
    const uint32_t *first;
};

/// The layout of a valid row: every byte of it but its values.
///
/// The rows of a round are mostly written by one program, with the same keys in the same order and spacing. A row whose
/// bytes between the values are those of a valid one needs neither tokens nor grammar: only its values are left to be checked.
class Shape {
public:
    /// Takes the layout of a valid row, whose values tell its troubles; `stop` is where it ends. An empty shape, which nothing
    /// matches, where the row has blanks before a comma or the like, or where a needed role has no value among its tokens:
    /// such a row is not valid.
    ///
    /// Values whose tokens start at one of `fixed` belong to the layout: who speaks a turn decides what is taken. Which of
    /// the values has a trouble is not known, so that no such row's layout is taken where any has.
    void learn(const RowTokens &row, uint32_t stop, const RoleValues &values, const std::vector<uint32_t> &fixed);

    /// True where the row that begins at `at` in a text of `length` bytes has this layout and values to go with it: prompt
    /// and response are strings, scores are numbers. Then gives the values and where the row ends. False says nothing about
    /// the row.
    bool match(const uint8_t *text, size_t at, size_t length, RoleValues &values, size_t &stop) const;

private:
    /// A value, and the bytes between it and the one before.
    struct Slot {
        uint32_t bytes_start, bytes_length;
        uint8_t roles;
    };

    std::vector<Slot> slots_;
    std::string bytes_;
    uint32_t end_start_ = 0;  // of the bytes behind the last value
    uint16_t troubles_ = 0;
    bool is_empty_ = true;
};

/// The layouts seen of late.
class Shapes {
public:
    bool match(const uint8_t *text, size_t at, size_t length, RoleValues &values, size_t &stop) {
        for (int i = 0; i < count; ++i) {
            const int shape = (recent_ + i) % count;
            if (known_[shape].match(text, at, length, values, stop)) {
                recent_ = shape;
                return true;
            }
            // What fitted up to some place stays no value of the row.
            values = RoleValues();
        }
        return false;
    }

    /// To be told of every valid row that nothing matched.
    void learn(const RowTokens &row, uint32_t stop, const RoleValues &values, const std::vector<uint32_t> &fixed) {
        // Where each row has a layout of its own, learning them is work for nothing: it gets rarer each time.
        if (wait_ > 0) {
            --wait_;
            return;
        }
        oldest_ = (oldest_ + 1) % count;
        known_[oldest_].learn(row, stop, values, fixed);
        recent_ = oldest_;
        if (learned_ < 10) ++learned_;
        wait_ = (1u << learned_) - 2;
    }

    void forget() { *this = Shapes(); }

private:
    static constexpr int count = 4;

    Shape known_[count];
    int recent_ = 0;
    int oldest_ = 0;
    unsigned learned_ = 0;
    unsigned wait_ = 0;
};

}  // namespace rows

#endif
