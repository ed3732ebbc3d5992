// Delimited text as RoundFiles reads it: cut into rows wherever its pieces end, parsed at once and row by row, split in both ways.
#include <vector>

#include "CRowReader.h"
#include "Input.h"

namespace {

using Reader = std::unique_ptr<row_reader, void (*)(row_reader *)>;
using Cutter = std::unique_ptr<row_cutter, void (*)(row_cutter *)>;

constexpr size_t most_columns = 5;

row_bytes bytes(const char *text) { return {reinterpret_cast<const uint8_t *>(text), strlen(text)}; }

/// Text of some columns, the first ones of prompt, response, safety, helpfulness and id.
struct Format {
    row_format format = {};
    row_column columns[most_columns] = {};

    Format(uint8_t delimiter, size_t count) {
        const char *names[most_columns] = {"p", "r", "s", "h", "i"};
        for (size_t column = 0; column < most_columns; ++column) columns[column].name = bytes(names[column]);
        format.kind = ROW_FORMAT_DELIMITED;
        format.delimiter = delimiter;
        format.line_end = '\n';
        format.columns = columns;
        format.column_count = count;
    }

    Reader reader(bool splits_by_libcsv = false) const {
        row_format mine = format;
        mine.splits_by_libcsv = splits_by_libcsv;
        Reader reader(row_reader_create(&mine), row_reader_destroy);
        for (size_t role = 0; role < format.column_count; ++role) {
            HOLDS(row_reader_set_path(reader.get(), int(role), &columns[role].name, 1));
        }
        return reader;
    }

    Cutter cutter() const { return Cutter(row_cutter_create(&format), row_cutter_destroy); }
};

/// Where the last row of a text ends, 0 for none, and how the text ends, when it comes in pieces.
size_t last_end(const Bytes &text, Pieces pieces, row_cutter *cutter) {
    size_t last = 0;
    for (size_t at = 0; at < text.length;) {
        const Bytes piece(text.get() + at, pieces.next(text.length - at));
        const size_t end = row_cutter_feed(cutter, piece.get(), piece.length);
        HOLDS(end <= piece.length);
        if (end > 0) last = at + end;
        at += piece.length;
    }
    return last;
}

/// Where the rows of a text end, one after the other.
std::vector<size_t> ends(const Bytes &text, const Format &format) {
    std::vector<size_t> found;
    for (size_t at = 0; at < text.length;) {
        const Cutter cutter = format.cutter();
        const Bytes rest(text.get() + at, text.length - at);
        const size_t end = row_cutter_feed_to_first(cutter.get(), rest.get(), rest.length);
        HOLDS(end <= rest.length);
        if (end == 0) break;
        found.push_back(at += end);
    }
    return found;
}

struct Found {
    std::vector<double> scores;
    std::vector<size_t> places;
    std::vector<uint64_t> ids;
    size_t bad = 0, lines = 0, empty_texts = 0;

    void add(
        row_reader *reader, const uint8_t *start, size_t at, size_t length, size_t row_limit, bool unsure) {
        const Bytes text(start + at, length);
        row_columns columns;
        HOLDS(row_reader_parse(reader, text.get(), text.length, row_limit, unsure, &columns));
        for (size_t row = 0; row < columns.count; ++row) {
            scores.insert(scores.end(), {columns.safety[row], columns.helpfulness[row]});
            places.insert(places.end(), {at + columns.row_start[row], columns.row_length[row]});
        }
        for (size_t row = 0; row < columns.invalid_count; ++row) {
            places.insert(places.end(), {size_t(at + columns.invalid[row].start), size_t(columns.invalid[row].length),
                                         columns.invalid[row].problem, columns.invalid[row].role, columns.invalid[row].line + lines,
                                         columns.invalid[row].lines});
        }
        ids.insert(ids.end(), columns.id_hash, columns.id_hash + columns.id_count);
        bad += columns.invalid_count;
        lines += columns.lines;
        empty_texts += columns.empty_texts;
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Input input{data, size};
    const uint8_t kind = input.byte();
    const uint8_t delimiter = ",\t;|"[kind % 4];
    const Pieces pieces{input.byte()};
    const Bytes text = input.rest();

    const size_t count = kind / 4 % 2 == 0 ? 5 : 4;
    const Format format(delimiter, count), unknown(delimiter, 0);
    const Cutter whole = unknown.cutter(), cut = unknown.cutter();
    const size_t last = row_cutter_feed(whole.get(), text.get(), text.length);
    HOLDS(last_end(text, pieces, cut.get()) == last);
    HOLDS(row_cutter_is_in_quotes(whole.get()) == row_cutter_is_in_quotes(cut.get()));
    const std::vector<size_t> rows = ends(text, unknown);
    HOLDS((rows.empty() ? 0 : rows.back()) == last);

    const size_t row_limit = kind / 8 % 2 == 0 ? size_t(-1) : 40;
    const Reader reader = format.reader();
    Found at_once, one_by_one;
    at_once.add(reader.get(), text.get(), 0, text.length, row_limit, false);
    const Cutter cutter = format.cutter();
    size_t start = 0;
    for (size_t row = 0; row <= rows.size(); ++row) {
        const size_t end = row < rows.size() ? rows[row] : text.length;
        const Bytes bytes(text.get() + start, end - start);
        const bool unsure = row_cutter_is_behind_broken_row(cutter.get());
        one_by_one.add(reader.get(), text.get(), start, end - start, row_limit, unsure);
        row_cutter_feed(cutter.get(), bytes.get(), bytes.length);
        start = end;
    }
    HOLDS(at_once.scores.size() == one_by_one.scores.size() && at_once.bad == one_by_one.bad);
    HOLDS(at_once.scores.empty() || memcmp(at_once.scores.data(), one_by_one.scores.data(), at_once.scores.size() * sizeof(double)) == 0);
    HOLDS(at_once.ids == one_by_one.ids && at_once.empty_texts == one_by_one.empty_texts);

    // Both ways of splitting what was taken for a row, and what its texts are.
    row_columns found;
    HOLDS(row_reader_parse(reader.get(), text.get(), text.length, row_limit, false, &found));
    const std::vector<uint32_t> starts(found.row_start, found.row_start + found.count);
    const std::vector<uint32_t> lengths(found.row_length, found.row_length + found.count);
    const Reader other = format.reader(true);
    for (size_t row = 0; row < starts.size(); ++row) {
        const Bytes bytes(text.get() + starts[row], lengths[row]);
        const Bytes room(bytes.get(), bytes.length);
        row_bytes texts[ROW_ROLES];
        size_t used = 0;
        const uint32_t wanted = 1u << ROW_ROLE_PROMPT | 1u << ROW_ROLE_RESPONSE;
        HOLDS(row_reader_parsed_texts(reader.get(), text.get(), row, wanted, room.start.get(), &used, texts));
        HOLDS(used <= bytes.length);
        const row_field *fields, *same;
        size_t field_count, same_count;
        row_invalid problem = {};
        HOLDS(row_reader_fields(reader.get(), bytes.get(), bytes.length, &fields, &field_count, &problem) == ROW_FINE);
        HOLDS(row_reader_fields(other.get(), bytes.get(), bytes.length, &same, &same_count, &problem) == ROW_FINE);
        HOLDS(field_count == count && same_count == count);
        for (size_t field = 0; field < count; ++field) {
            const row_bytes one = fields[field].value, two = same[field].value;
            HOLDS(one.length == two.length && (one.length == 0 || memcmp(one.start, two.start, one.length) == 0));
            const row_bytes three = texts[field == 0 ? ROW_ROLE_PROMPT : ROW_ROLE_RESPONSE];
            if (field < 2) HOLDS(one.length == three.length && (one.length == 0 || memcmp(one.start, three.start, one.length) == 0));
        }
    }
    return 0;
}
