#ifndef CROWREADER_COLUMNS_H
#define CROWREADER_COLUMNS_H

#include <algorithm>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

#include "CRowReader.h"

namespace rows {

/// What the rows of one text come to.
struct Columns {
    std::vector<double> safety;
    std::vector<double> helpfulness;
    std::vector<uint32_t> row_start;
    std::vector<uint32_t> row_length;
    std::vector<uint64_t> id_hash;
    std::vector<row_invalid> invalid;
    size_t lines = 0;
    size_t text_scores = 0;
    size_t empty_texts = 0;
    size_t non_finite_rows = 0;
    size_t troubles[ROW_TROUBLES] = {};

    void clear() {
        safety.clear();
        helpfulness.clear();
        row_start.clear();
        row_length.clear();
        id_hash.clear();
        invalid.clear();
        parts_.clear();
        lines = text_scores = empty_texts = non_finite_rows = 0;
        std::fill(std::begin(troubles), std::end(troubles), size_t(0));
    }

    void add(size_t start, size_t stop, const double scores[2]) {
        safety.push_back(scores[0]);
        helpfulness.push_back(scores[1]);
        row_start.push_back(uint32_t(start));
        row_length.push_back(uint32_t(stop - start));
    }

    /// Keeps a part of an invalid row that had to be decoded.
    row_bytes keep(const uint8_t *text, size_t length) {
        parts_.emplace_back(reinterpret_cast<const char *>(text), length);
        return row_bytes{reinterpret_cast<const uint8_t *>(parts_.back().data()), length};
    }

    row_columns view() const {
        return row_columns{
            safety.size(), safety.data(), helpfulness.data(), row_start.data(), row_length.data(), id_hash.size(),
            id_hash.data(), invalid.size(), invalid.data(), lines, text_scores, empty_texts, non_finite_rows, troubles};
    }

private:
    std::deque<std::string> parts_;
};

}  // namespace rows

#endif
