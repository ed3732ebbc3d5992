// Delimited text as RoundFiles reads it: cut into rows wherever its pieces end, parsed at once and row by row, split in both ways.
#include <vector>

#include "CLibCSV.h"
#include "CSimdJSON.h"
#include "Input.h"

namespace {

using Parser = std::unique_ptr<csv_row_parser, void (*)(csv_row_parser *)>;

Parser make(uint8_t delimiter, size_t count, const size_t columns[CSV_LOADED_ROLES]) {
    Parser parser(csv_row_parser_create(delimiter, '\n', {json_parse_decimal, json_is_utf8, json_hash}), csv_row_parser_destroy);
    csv_row_parser_set_columns(parser.get(), count, columns);
    return parser;
}

/// Where the last row of a text ends, 0 for none, and how the text ends, when it comes in pieces.
size_t last_end(const Bytes &text, uint8_t delimiter, Pieces pieces, csv_cutter &cutter) {
    size_t last = 0;
    for (size_t at = 0; at < text.length;) {
        const Bytes piece(text.get() + at, pieces.next(text.length - at));
        const size_t end = csv_cutter_feed(&cutter, delimiter, piece.get(), piece.length);
        HOLDS(end <= piece.length);
        if (end > 0) last = at + end;
        at += piece.length;
    }
    return last;
}

/// Where the rows of a text end, one after the other.
std::vector<size_t> ends(const Bytes &text, uint8_t delimiter) {
    std::vector<size_t> found;
    for (size_t at = 0; at < text.length;) {
        csv_cutter cutter = {};
        const Bytes rest(text.get() + at, text.length - at);
        const size_t end = csv_cutter_first(&cutter, delimiter, rest.get(), rest.length);
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
        csv_row_parser *parser, const uint8_t *start, size_t at, size_t length, size_t row_limit, bool unsure) {
        const Bytes text(start + at, length);
        csv_columns columns;
        HOLDS(csv_parse_rows(parser, text.get(), text.length, row_limit, unsure, &columns));
        for (size_t row = 0; row < columns.count; ++row) {
            scores.insert(scores.end(), {columns.safety[row], columns.helpfulness[row]});
            places.insert(places.end(), {at + columns.row_start[row], columns.row_length[row]});
        }
        for (size_t row = 0; row < columns.bad_count; ++row) {
            places.insert(places.end(), {size_t(at + columns.bad[row].start), size_t(columns.bad[row].length),
                                         columns.bad[row].problem, columns.bad[row].role, columns.bad[row].line + lines,
                                         columns.bad[row].lines});
        }
        ids.insert(ids.end(), columns.id_hash, columns.id_hash + columns.id_count);
        bad += columns.bad_count;
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

    csv_cutter whole = {}, cut = {};
    const size_t last = csv_cutter_feed(&whole, delimiter, text.get(), text.length);
    HOLDS(last_end(text, delimiter, pieces, cut) == last);
    HOLDS(csv_cutter_in_quotes(&whole) == csv_cutter_in_quotes(&cut));
    const std::vector<size_t> rows = ends(text, delimiter);
    HOLDS((rows.empty() ? 0 : rows.back()) == last);

    const size_t count = kind / 4 % 2 == 0 ? 5 : 4;
    const size_t columns[CSV_LOADED_ROLES] = {0, 1, 2, 3, 4};
    const size_t row_limit = kind / 8 % 2 == 0 ? size_t(-1) : 40;
    const Parser parser = make(delimiter, count, columns);
    Found at_once, one_by_one;
    at_once.add(parser.get(), text.get(), 0, text.length, row_limit, false);
    csv_cutter cutter = {};
    cutter.expected = count;
    size_t start = 0;
    for (size_t row = 0; row <= rows.size(); ++row) {
        const size_t end = row < rows.size() ? rows[row] : text.length;
        const Bytes bytes(text.get() + start, end - start);
        one_by_one.add(parser.get(), text.get(), start, end - start, row_limit, csv_cutter_is_unsure(&cutter));
        csv_cutter_feed(&cutter, delimiter, bytes.get(), bytes.length);
        start = end;
    }
    HOLDS(at_once.scores.size() == one_by_one.scores.size() && at_once.bad == one_by_one.bad);
    HOLDS(at_once.scores.empty() || memcmp(at_once.scores.data(), one_by_one.scores.data(), at_once.scores.size() * sizeof(double)) == 0);
    HOLDS(at_once.ids == one_by_one.ids && at_once.empty_texts == one_by_one.empty_texts);

    // Both ways of splitting what was taken for a row.
    csv_columns found;
    HOLDS(csv_parse_rows(parser.get(), text.get(), text.length, row_limit, false, &found));
    const std::vector<uint32_t> starts(found.row_start, found.row_start + found.count);
    const std::vector<uint32_t> lengths(found.row_length, found.row_length + found.count);
    const Parser other = make(delimiter, count, columns);
    for (size_t row = 0; row < starts.size(); ++row) {
        const Bytes bytes(text.get() + starts[row], lengths[row]);
        const csv_bytes *fields, *same;
        size_t field_count, same_count;
        HOLDS(csv_split_row(parser.get(), bytes.get(), bytes.length, &fields, &field_count));
        HOLDS(csv_split_row_by_libcsv(other.get(), bytes.get(), bytes.length, &same, &same_count));
        HOLDS(field_count == count && same_count == count);
        for (size_t field = 0; field < count; ++field) {
            HOLDS(fields[field].length == same[field].length);
            HOLDS(fields[field].length == 0 || memcmp(fields[field].start, same[field].start, fields[field].length) == 0);
        }
    }
    return 0;
}
