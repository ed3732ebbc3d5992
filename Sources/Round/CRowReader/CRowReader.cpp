#include "CRowReader.h"

#include <cstring>
#include <new>

#include "Format.h"

namespace {

/// Every format there is, by its kind.
const struct {
    row_reader *(*make_reader)(const row_format &);
    row_cutter *(*make_cutter)(const row_format &);
} formats[ROW_FORMATS] = {
    {rows::make_json_reader, rows::make_json_cutter},
    {rows::make_delimited_reader, rows::make_delimited_cutter},
};

/// What `body` gives, or `otherwise` where memory is short.
template <typename Result, typename Body>
Result unless_short(Result otherwise, Body body) {
    try {
        return body();
    } catch (const std::bad_alloc &) {
        return otherwise;
    }
}

/// A text where it is in the row, which stays; else a copy of it.
row_bytes kept(row_bytes text, row_bytes row, uint8_t *room, size_t &used) {
    if (text.start == nullptr || (text.start >= row.start && text.start <= row.start + row.length)) return text;
    memcpy(room + used, text.start, text.length);
    const row_bytes copy{room + used, text.length};
    used += text.length;
    return copy;
}

}  // namespace

bool row_reader::parsed_texts(
    const uint8_t *text, size_t index, uint32_t wanted, uint8_t *room, size_t &used, row_bytes *found) {
    const row_bytes row{text + columns.row_start[index], columns.row_length[index]};
    if (texts(row.start, row.length, wanted, found) != ROW_FINE) return false;
    for (int role : {ROW_ROLE_PROMPT, ROW_ROLE_RESPONSE, ROW_ROLE_PARENT}) {
        if ((wanted >> role & 1) == 0) continue;
        found[role] = kept(found[role], row, room, used);
        if (found[role].start == nullptr && role != ROW_ROLE_PARENT) return false;
    }
    return true;
}

bool row_reader::with_nulls(const uint8_t *, size_t, row_bytes &) { return false; }

row_cutter *row_cutter_create(const row_format *format) {
    return unless_short<row_cutter *>(nullptr, [&] { return formats[format->kind].make_cutter(*format); });
}

void row_cutter_destroy(row_cutter *cutter) { delete cutter; }

size_t row_cutter_feed(row_cutter *cutter, const uint8_t *text, size_t length) {
    return cutter->feed(text, length, false);
}

size_t row_cutter_feed_to_first(row_cutter *cutter, const uint8_t *text, size_t length) {
    return cutter->feed(text, length, true);
}

size_t row_cutter_line_end_length(const row_cutter *cutter, const uint8_t *text, size_t length) {
    return cutter->line_end_length(text, length);
}

bool row_cutter_is_in_quotes(const row_cutter *cutter) { return cutter->is_in_quotes(); }

bool row_cutter_is_behind_broken_row(const row_cutter *cutter) { return cutter->is_behind_broken_row(); }

row_reader *row_reader_create(const row_format *format) {
    return unless_short<row_reader *>(nullptr, [&] { return formats[format->kind].make_reader(*format); });
}

void row_reader_destroy(row_reader *reader) { delete reader; }

bool row_reader_set_path(row_reader *reader, int role, const row_bytes *keys, size_t count) {
    return unless_short(false, [&] {
        reader->set_path(role, keys, count);
        return true;
    });
}

void row_reader_keep_texts(row_reader *reader) { reader->keeps_texts = true; }

void row_reader_take_non_finite(row_reader *reader, bool takes) { reader->takes_non_finite = takes; }

bool row_reader_parse(
    row_reader *reader, const uint8_t *text, size_t length, size_t row_limit, bool is_behind_broken_row,
    row_columns *columns) {
    return unless_short(false, [&] {
        reader->columns.clear();
        reader->parse(text, length, row_limit, is_behind_broken_row);
        *columns = reader->columns.view();
        return true;
    });
}

bool row_reader_parsed_texts(
    row_reader *reader, const uint8_t *text, size_t index, uint32_t wanted, uint8_t *room, size_t *used,
    row_bytes texts[ROW_ROLES]) {
    *used = 0;
    return unless_short(false, [&] { return reader->parsed_texts(text, index, wanted, room, *used, texts); });
}

int row_reader_texts(
    row_reader *reader, const uint8_t *row, size_t length, uint32_t wanted, row_bytes texts[ROW_ROLES]) {
    return unless_short(int(ROW_NO_MEMORY), [&] { return reader->texts(row, length, wanted, texts); });
}

int row_reader_fields(
    row_reader *reader, const uint8_t *row, size_t length, const row_field **fields, size_t *count,
    row_invalid *problem) {
    return unless_short(int(ROW_NO_MEMORY), [&] {
        reader->fields.clear();
        const int state = reader->list_fields(row, length, *problem);
        *fields = reader->fields.data();
        *count = reader->fields.size();
        return state;
    });
}

bool row_reader_with_nulls(row_reader *reader, const uint8_t *row, size_t length, row_bytes *line) {
    return unless_short(false, [&] { return reader->with_nulls(row, length, *line); });
}
