// Delimited text to columns, by libcsv's reading of it.
//
// Why this exists: libcsv goes byte by byte, calls back for every field, and does not say where a row stands. Here rows are
// found with libcsv's states, many bytes at a time. A row whose quotes all stand where RFC 4180 puts them reads the same to
// everyone and is split right here; one with quotes inside plain cells is split by libcsv.
//
// A row with text behind a closing quote (`"a" b,c`) is broken. libcsv has its cell run on to the next quote that a delimiter
// or a line end follows, be that a thousand rows later; here the rest of such a cell is plain, as most readers have it, so that
// the row ends where its line does. Where its writer did not double quotes inside a cell of several lines, the next lines are
// the rest of that cell and no rows. So behind a broken row one more thing makes a row bad, until a row has the right number
// of fields and no such cell: a plain cell with a quote at its end, which looks like the end of the broken one.
#ifndef CLibCSV_H
#define CLibCSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The roles that columns are made of, as the JSON reader numbers them.
enum {
    CSV_ROLE_PROMPT = 0,
    CSV_ROLE_RESPONSE = 1,
    CSV_ROLE_SAFETY = 2,
    CSV_ROLE_HELPFULNESS = 3,
    CSV_ROLE_ID = 4,
    CSV_LOADED_ROLES = 5
};

enum {
    CSV_NOT_UTF8 = 1,
    CSV_TOO_LONG,
    CSV_FIELD_COUNT,       // `detail` is how many there are
    CSV_UNFINISHED_QUOTE,
    CSV_MISSING,           // there is no column for it
    CSV_BAD_NUMBER,        // `detail` is what the number reader said
    CSV_TEXT_BEHIND_QUOTE, // `detail` is where: csv_place_line, csv_place_column
    CSV_BEHIND_BROKEN_ROW  // a plain cell with a quote at its end, behind a broken row
};

typedef struct {
    const uint8_t *start;
    size_t length;
} csv_bytes;

typedef struct {
    uint64_t start;   // from the text's beginning
    uint64_t length;
    uint64_t detail;
    uint32_t line;    // from 0, counted from the text's beginning
    uint32_t lines;   // line ends within the row
    uint8_t problem;
    uint8_t role;
} csv_bad_row;

// Columns of the rows of one text; the parser owns them until its next call.
typedef struct {
    size_t count;
    const double *safety;
    const double *helpfulness;
    const uint32_t *row_start;
    const uint32_t *row_length;
    size_t id_count;
    const uint64_t *id_hash;
    size_t bad_count;
    const csv_bad_row *bad;
    size_t lines;
    size_t empty_texts;
} csv_columns;

// What is read elsewhere in the same way for every format.
typedef struct {
    // A score, from a cell with blanks around it or none in it: 0, or what is wrong.
    int (*number)(const uint8_t *text, size_t length, double *value);
    bool (*is_utf8)(const uint8_t *text, size_t length);
    uint64_t (*hash)(const uint8_t *text, size_t length);
} csv_readers;

// A place in a row, as `detail` holds it: the line of the row and the character of that line, both from 1.
static inline uint32_t csv_place_line(uint64_t place) { return (uint32_t)(place >> 32); }
static inline uint32_t csv_place_column(uint64_t place) { return (uint32_t)place; }

// Where in the grammar a scan stands between two pieces of text; zeroed but for `expected` at the start of the first row.
typedef struct {
    size_t expected;      // how many fields a row has
    size_t delimiters;    // of the row so far
    size_t stray;         // where text behind a closing quote was found, in what was fed then
    uint8_t state;
    uint8_t marks;        // what is odd about the row so far
    uint8_t ended_marks;  // and about the row that ended last
    bool unsure;          // behind a broken row, and no sound one since
} csv_cutter;

// Goes on over `length` more bytes. Returns where the last row that ends in them ends, behind its line end, or 0.
size_t csv_cutter_feed(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length);

// Likewise, but stops behind the first row end.
size_t csv_cutter_first(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length);

// True inside quotes, where the end of the text would leave a quoted field unfinished.
bool csv_cutter_in_quotes(const csv_cutter *cutter);

// True where the row that the scan stands in may be the rest of a broken one: no sound row has come since.
bool csv_cutter_is_unsure(const csv_cutter *cutter);

// What keeps one row, without its line end, from being read, and where: CSV_TEXT_BEHIND_QUOTE, CSV_UNFINISHED_QUOTE, or 0.
int csv_row_problem(
    uint8_t delimiter, uint8_t line_end, const uint8_t *row, size_t length, uint64_t *place);

typedef struct csv_row_parser csv_row_parser;

// NULL where memory is short. `line_end` is the byte that lines are counted by, LF or CR.
csv_row_parser *csv_row_parser_create(uint8_t delimiter, uint8_t line_end, csv_readers readers);
void csv_row_parser_destroy(csv_row_parser *parser);

// How many fields a row has, and which of them plays each role (`count` for none).
void csv_row_parser_set_columns(csv_row_parser *parser, size_t count, const size_t columns[CSV_LOADED_ROLES]);

// Parses a text of whole rows, shorter than 4 GiB; the last one may lack its line end. Empty lines are skipped; rows longer
// than `row_limit` are bad ones. `unsure` is what a cutter says of the first row. False where memory is short.
bool csv_parse_rows(
    csv_row_parser *parser, const uint8_t *text, size_t length, size_t row_limit, bool unsure, csv_columns *columns);

// Splits one row, without its line end, into all of its fields. What it gives is valid until the parser's next call, and as
// long as the row. False where memory is short or the row is broken.
bool csv_split_row(
    csv_row_parser *parser, const uint8_t *row, size_t length, const csv_bytes **fields, size_t *count);

// As csv_split_row, by libcsv alone.
bool csv_split_row_by_libcsv(
    csv_row_parser *parser, const uint8_t *row, size_t length, const csv_bytes **fields, size_t *count);

#ifdef __cplusplus
}
#endif
#endif
