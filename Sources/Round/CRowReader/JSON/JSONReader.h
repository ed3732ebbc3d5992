#ifndef CROWREADER_JSONREADER_H
#define CROWREADER_JSONREADER_H

#include <string>
#include <vector>

#include "../Format.h"
#include "KeyRepeats.h"
#include "Paths.h"
#include "Shape.h"
#include "Stage.h"
#include "Turns.h"

namespace rows {

/// JSON Lines to columns, through simdjson.
///
/// simdjson's first stage (its SIMD pass over the bytes: UTF-8, strings, where every token starts) does the heavy work, over
/// many rows at once. The tokens are then walked here rather than by simdjson's On-Demand front end, because On-Demand
/// skips what it is not asked for: a row with a broken value in a field nobody asked for would pass as valid. It also
/// refuses lone surrogates, which are legal JSON and which red-team rounds hold.
struct JSONReader final : row_reader {
    /// Where a text of a row stands, between its quotes where it has some, from the text's beginning.
    struct Place {
        uint32_t start;
        uint32_t length;
        bool is_there;
        bool has_escapes;
    };

    /// The texts that are kept of a row.
    struct Places {
        Place prompt, response, parent;
    };

    void set_path(int role, const row_bytes *keys, size_t count) override;
    void parse(const uint8_t *text, size_t length, size_t row_limit, bool is_behind_broken_row) override;
    int texts(const uint8_t *row, size_t length, uint32_t wanted, row_bytes *texts) override;
    int list_fields(const uint8_t *row, size_t length, row_invalid &problem) override;
    bool parsed_texts(
        const uint8_t *text, size_t index, uint32_t wanted, uint8_t *room, size_t &used, row_bytes *texts) override;
    bool with_nulls(const uint8_t *row, size_t length, row_bytes &line) override;

    Stage stage;
    Paths paths;
    Shapes shapes;
    Turns turns;
    KeyRepeats repeats;
    std::vector<Places> places;  // of the rows of the text that was parsed last, where they are kept

    std::string scratch;
    std::string line;  // of the row that was given out last with nulls in it
    std::string key;
};

}  // namespace rows

#endif
