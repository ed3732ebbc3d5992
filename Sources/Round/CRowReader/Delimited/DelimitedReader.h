#ifndef CROWREADER_DELIMITEDREADER_H
#define CROWREADER_DELIMITEDREADER_H

#include <string>
#include <vector>

#include "../Format.h"
#include "LibcsvSplitter.h"

namespace rows {

/// Delimited text to columns, by libcsv's reading of it.
///
/// libcsv goes byte by byte, calls back for every field, and does not say where a row stands. Here rows are found with its
/// states, many bytes at a time. A row whose quotes all stand where RFC 4180 puts them reads the same to everyone and is split
/// right here; one with quotes inside plain cells is split by libcsv.
class DelimitedReader final : public row_reader {
public:
    explicit DelimitedReader(const row_format &format);

    void set_path(int role, const row_bytes *keys, size_t count) override;
    void parse(const uint8_t *text, size_t length, size_t row_limit, bool is_behind_broken_row) override;
    int texts(const uint8_t *row, size_t length, uint32_t wanted, row_bytes *texts) override;
    int list_fields(const uint8_t *row, size_t length, row_invalid &problem) override;

private:
    struct Column {
        std::string name;
        uint8_t roles;
        bool may_be_absent;
    };

    /// A field as it stands in a row: what is between its quotes, where it has some.
    struct Span {
        size_t start, end;
        bool has_doubled_quotes;
    };

    static constexpr size_t none = SIZE_MAX;

    bool scan_row(const uint8_t *text, size_t at, size_t length, size_t limit, size_t &row_end);
    size_t cut_odd_row(
        const uint8_t *text, size_t at, size_t length, bool &is_unsure, row_invalid &invalid) const;
    void take_row(const uint8_t *text, size_t start, size_t stop, bool is_scanned);
    void refuse(size_t start, size_t stop, int problem, int role = 0);
    void note_id(const uint8_t *text, bool is_scanned);
    void number_lines(const uint8_t *text, size_t length);
    bool role_field(const uint8_t *text, bool is_scanned, int role, row_bytes &field) const;
    row_bytes decoded(row_bytes field, bool is_scanned, int role);
    int split(const uint8_t *row, size_t length, row_invalid &problem);
    int problem_of(const uint8_t *row, size_t length, row_invalid &problem) const;
    void find_stray(const uint8_t *row, size_t length, size_t stray, row_invalid &invalid) const;

    uint8_t delimiter_, line_end_;
    bool splits_by_libcsv_;
    std::vector<Column> header_;
    size_t columns_of_[ROW_ROLES];
    LibcsvSplitter libcsv_;

    /// Fields of the row being looked at as they stand in it. Of a row that has more than there are columns only so many
    /// are kept, as a row can be nothing but delimiters.
    std::vector<Span> spans_;
    size_t field_count_ = 0;
    std::vector<row_bytes> cells_;  // of the row that was split last
    std::vector<uint8_t> arena_;    // the bytes of those that had to be copied
};

}  // namespace rows

#endif
