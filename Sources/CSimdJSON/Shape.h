#ifndef CSIMDJSON_SHAPE_H
#define CSIMDJSON_SHAPE_H

#include <string>
#include <vector>

#include "Walk.h"

namespace rows {

/// Where a row stands among the tokens of a text, which end at `last` with the text's own end.
struct RowTokens {
    const uint8_t *text;
    const uint32_t *first;
    const uint32_t *last;
};

/// The layout of a valid row: every byte of it but its values.
///
/// The rows of a round are mostly written by one program, with the same keys in the same order and spacing. A row whose
/// bytes between the values are those of a valid one needs no grammar: only its values are left to be checked.
class Shape {
public:
    /// Takes the layout of a valid row; `stop` is where it ends. An empty shape, which nothing matches, where the row has
    /// blanks before a comma or the like.
    void learn(const RowTokens &row, uint32_t stop, const RoleValues &values);

    /// True where the row that starts at `first` has this layout and values to go with it: prompt and response are strings,
    /// scores are numbers. Then gives the values, where the row ends, and the token behind it. False says nothing about the row.
    bool match(RowTokens &row, RoleValues &values, uint32_t &stop) const;

private:
    /// A value, and the bytes between it and the one before.
    struct Slot {
        uint32_t bytes_start, bytes_length;
        uint32_t token;
        uint8_t roles;
    };

    bool values_match(const RowTokens &row, RoleValues &values) const;

    std::vector<Slot> slots_;
    std::string bytes_;
    uint32_t end_start_ = 0;    // of the bytes behind the last value
    uint32_t token_count_ = 0;  // 0 in an empty shape
};

/// The layouts seen of late.
class Shapes {
public:
    bool match(RowTokens &row, RoleValues &values, uint32_t &stop) {
        for (int i = 0; i < count; ++i) {
            const int shape = (recent_ + i) % count;
            if (!known_[shape].match(row, values, stop)) continue;
            recent_ = shape;
            return true;
        }
        return false;
    }

    /// To be told of every valid row that nothing matched.
    void learn(const RowTokens &row, uint32_t stop, const RoleValues &values) {
        // Where each row has a layout of its own, learning them is work for nothing: it gets rarer each time.
        if (wait_ > 0) {
            --wait_;
            return;
        }
        oldest_ = (oldest_ + 1) % count;
        known_[oldest_].learn(row, stop, values);
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
