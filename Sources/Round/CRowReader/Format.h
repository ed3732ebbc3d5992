#ifndef CROWREADER_FORMAT_H
#define CROWREADER_FORMAT_H

#include <vector>

#include "CRowReader.h"
#include "Shared/Columns.h"

// What a format of rows must give: a reader and a cutter, made by one function each, which CRowReader.cpp names in its table.
// Whatever needs memory may throw std::bad_alloc, which does not leave CRowReader.cpp.

/// Reads the rows of one shard. Everything it gives out lives in its buffers.
struct row_reader {
    virtual ~row_reader() = default;

    /// Says where a role's field stands.
    virtual void set_path(int role, const row_bytes *keys, size_t count) = 0;

    /// Fills the columns with what the rows of a text come to.
    virtual void parse(const uint8_t *text, size_t length, size_t row_limit, bool is_behind_broken_row) = 0;

    /// The texts of one row that are wanted, the others with a NULL start.
    virtual int texts(const uint8_t *row, size_t length, uint32_t wanted, row_bytes *texts) = 0;

    /// Lists one row's fields; where it cannot, `problem` may say more.
    virtual int list_fields(const uint8_t *row, size_t length, row_invalid &problem) = 0;

    /// The texts of a row that was parsed; whoever has not kept where they stand reads the row again.
    virtual bool parsed_texts(
        const uint8_t *text, size_t index, uint32_t wanted, uint8_t *room, size_t &used, row_bytes *texts);

    /// The row as JSON with null in place of NaN and infinities; false where the format is none of JSON.
    virtual bool with_nulls(const uint8_t *row, size_t length, row_bytes &line);

    rows::Columns columns;
    std::vector<row_field> fields;
    bool keeps_texts = false;
    bool takes_non_finite = false;
};

/// Finds where rows end.
struct row_cutter {
    virtual ~row_cutter() = default;

    /// Goes on over more bytes, or up to the first row end in them; gives where the last row end is, or 0.
    virtual size_t feed(const uint8_t *text, size_t length, bool first_only) = 0;

    virtual size_t line_end_length(const uint8_t *text, size_t length) const = 0;
    virtual bool is_in_quotes() const { return false; }
    virtual bool is_behind_broken_row() const { return false; }
};

namespace rows {

row_reader *make_json_reader(const row_format &format);
row_cutter *make_json_cutter(const row_format &format);
row_reader *make_delimited_reader(const row_format &format);
row_cutter *make_delimited_cutter(const row_format &format);

}  // namespace rows

#endif
