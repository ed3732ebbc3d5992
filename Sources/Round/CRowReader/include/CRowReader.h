// Rows of a round's files to columns, fields and texts, whichever format they are written in.
//
// Why this exists: simdjson is C++ and libcsv calls back for every field, while Swift sees C and wants the same of every
// row: its scores, where it stands, its fields, its texts, or what is wrong with it. A format is a folder beside the others
// (JSON, Delimited) that gives what Format.h asks for; numbers, hashes and columns are there once, in Shared.
#ifndef C_ROW_READER_H
#define C_ROW_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// How rows are written.
enum {
    ROW_FORMAT_JSON = 0,   // JSON Lines, through simdjson
    ROW_FORMAT_DELIMITED,  // CSV and its kin, as libcsv reads them
    ROW_FORMATS
};

// What a field means; the bit of a role in a mask is 1 << role.
enum {
    ROW_ROLE_PROMPT = 0,
    ROW_ROLE_RESPONSE = 1,
    ROW_ROLE_SAFETY = 2,
    ROW_ROLE_HELPFULNESS = 3,
    ROW_ROLE_ID = 4,
    ROW_ROLE_CATEGORY = 5,
    ROW_ROLE_STYLE = 6,
    ROW_ROLE_PARENT = 7,
    ROW_ROLES = 8
};

// What is wrong with a row or a number.
enum {
    ROW_FINE = 0,
    ROW_NOT_UTF8,
    ROW_TOO_LONG,
    ROW_NO_MEMORY,
    // Of a role's field.
    ROW_MISSING,
    ROW_REPEATED,
    ROW_NULL,
    ROW_NOT_TEXT,
    ROW_NOT_NUMBER,
    ROW_NAN,
    ROW_INFINITE,
    // Of JSON.
    ROW_NOT_JSON,
    ROW_NOT_AN_OBJECT,
    ROW_TOO_DEEP,
    ROW_BLANK,
    ROW_CARRIED_NAN,  // NaN or an infinity in a field that plays no role
    ROW_OTHER_TURN,   // the turn is one of somebody else than the role is for
    ROW_NO_TURN,      // the list has no turn of the one that was asked for
    ROW_TURN_ORDER,   // the response's turn stands before the prompt's
    // Of delimited text.
    ROW_FIELD_COUNT,
    ROW_UNFINISHED_QUOTE,
    ROW_TEXT_BEHIND_QUOTE,
    ROW_BEHIND_BROKEN_ROW  // a plain cell with a quote at its end, behind a broken row
};

// Who speaks a turn of a chat; ROW_SPEAKER_NONE where the turn does not say.
enum {
    ROW_SPEAKER_NONE = 0,
    ROW_SPEAKER_USER,
    ROW_SPEAKER_ASSISTANT,
    ROW_SPEAKER_SYSTEM,
    ROW_SPEAKER_DEVELOPER,
    ROW_SPEAKER_TOOL,
    ROW_SPEAKER_OTHER
};

// What stands where a text or a number should.
enum { ROW_FOUND_TEXT = 0, ROW_FOUND_NUMBER, ROW_FOUND_BOOLEAN, ROW_FOUND_LIST, ROW_FOUND_OBJECT };

// What a valid row holds that some readers of JSON refuse; the bit of one in a mask is 1 << trouble.
enum {
    ROW_TROUBLE_KEY_TWICE = 0,     // in the row's own object
    ROW_TROUBLE_KEY_TWICE_INSIDE,  // in an object within it
    ROW_TROUBLE_KEY_CASE_INSIDE,   // keys of an object within it that differ in the case of letters alone
    ROW_TROUBLE_NUL_IN_KEY,        // of the row's own object
    ROW_TROUBLE_LONE_SURROGATE,
    ROW_TROUBLE_LONG_INTEGER,      // digits before the point that 64 bits do not hold
    ROW_TROUBLE_HUGE_NUMBER,       // too large for a double
    ROW_TROUBLE_DEEP,              // more than 63 objects and arrays in one another, with the row's own
    ROW_TROUBLE_VERY_DEEP,         // more than 127
    ROW_TROUBLES
};

// Objects and arrays in one another may go this deep.
enum { ROW_DEPTH_LIMIT = 1000 };

// Stands between the keys of a path, where a list of fields opens nested objects: never part of UTF-8.
enum { ROW_PATH_SEPARATOR = 0xFF };

// Begins a key of a path that chooses a turn of a list: the mark, who speaks (nothing for anybody), the mark, and which of
// those turns, from 0 or back from -1. Never part of UTF-8.
enum { ROW_TURN_MARK = 0xFE };

typedef struct {
    const uint8_t *start;
    size_t length;
} row_bytes;

// A column of delimited text.
typedef struct {
    row_bytes name;
    bool may_be_absent;  // its empty cells are no fields
} row_column;

// How rows are written; but for its kind, delimited text alone has something to say.
typedef struct {
    int kind;  // ROW_FORMAT_JSON, ...
    uint8_t delimiter;
    uint8_t line_end;           // the byte that lines are counted by, LF or CR
    const row_column *columns;  // no two have the same name; none for a header, whose cells are fields without a name
    size_t column_count;
    bool splits_by_libcsv;  // single rows are split by libcsv alone: slow, and what the fast way is held against
} row_format;

// A row that cannot be used, and why.
typedef struct {
    uint64_t start;  // from the text's beginning
    uint64_t length;
    uint32_t line;   // from 0, counted from the text's beginning
    uint32_t lines;  // line ends within the row
    uint8_t problem;
    uint8_t role;
    // Of ROW_NOT_NUMBER and ROW_NOT_TEXT what was found, of ROW_OTHER_TURN who speaks, of ROW_NO_TURN who was asked for,
    // of ROW_CARRIED_NAN ROW_NAN or ROW_INFINITE.
    uint8_t detail;
    uint8_t speakers;  // of ROW_NO_TURN: those that there are, as bits
    // Of ROW_NOT_JSON, ROW_CARRIED_NAN and ROW_TEXT_BEHIND_QUOTE: where it shows, a line of the row and a character of it,
    // both from 1.
    uint32_t place_line;
    uint32_t place_column;
    uint32_t field_count;  // of ROW_FIELD_COUNT: how many there are
    // Of ROW_NOT_JSON and ROW_CARRIED_NAN the key of the value, as written; of ROW_NOT_NUMBER a text in a number's place,
    // decoded. Valid as long as the columns that the row came with, and the text.
    row_bytes part;
} row_invalid;

// Columns of the rows of one text; the reader owns them until it parses again.
typedef struct {
    size_t count;
    const double *safety;
    const double *helpfulness;
    const uint32_t *row_start;  // from the text's beginning
    const uint32_t *row_length;
    size_t id_count;
    const uint64_t *id_hash;
    size_t invalid_count;
    const row_invalid *invalid;
    size_t lines;
    size_t text_scores;  // of JSON: rows with a score that is a string, each score for itself
    size_t empty_texts;
    size_t non_finite_rows;
    const size_t *troubles;  // how many of the rows hold each
} row_columns;

// One field of a row. A name holds ROW_PATH_SEPARATOR between the keys of a path.
typedef struct {
    row_bytes name;
    row_bytes value;
    uint8_t roles;   // a mask
    bool is_string;  // the value is then decoded, otherwise as written
    bool is_null;    // as good as no field
} row_field;

// MARK: Cutting a text into rows

// Finds where rows end in text that comes piece by piece.
typedef struct row_cutter row_cutter;

// A cutter at the start of a text's first row. Of columns it takes the count alone. NULL where memory is short.
row_cutter *row_cutter_create(const row_format *format);
void row_cutter_destroy(row_cutter *cutter);

// Goes on over `length` more bytes. Returns where the last row that ends in them ends, behind its line end, or 0.
size_t row_cutter_feed(row_cutter *cutter, const uint8_t *text, size_t length);

// Likewise, but stops behind the first row end.
size_t row_cutter_feed_to_first(row_cutter *cutter, const uint8_t *text, size_t length);

// How much of what a row ends with is its line end.
size_t row_cutter_line_end_length(const row_cutter *cutter, const uint8_t *text, size_t length);

// True inside quotes, where the end of the text would leave a quoted field unfinished.
bool row_cutter_is_in_quotes(const row_cutter *cutter);

// True where the row that comes next may be the rest of a broken one: no sound row has come since.
bool row_cutter_is_behind_broken_row(const row_cutter *cutter);

// MARK: Reading rows

// What one thread reads the rows of one shard with.
typedef struct row_reader row_reader;

// NULL where memory is short. What the format points to is copied.
row_reader *row_reader_create(const row_format *format);
void row_reader_destroy(row_reader *reader);

// Says where a role's field stands: in delimited text the column's name; in JSON the keys of the objects to open, outermost
// first. There a key that is a number also opens an array, whose elements it counts from 0; one that begins with ROW_TURN_MARK
// chooses a turn of a list, and no list of turns stands within another. False where memory is short.
bool row_reader_set_path(row_reader *reader, int role, const row_bytes *keys, size_t count);

// Has row_reader_parse keep what row_reader_parsed_texts needs.
void row_reader_keep_texts(row_reader *reader);

// Whether rows of JSON are taken that hold NaN or an infinity in a field that plays no role; they are not unless it is told
// to.
void row_reader_take_non_finite(row_reader *reader, bool takes);

// Parses a text of whole rows, shorter than 4 GiB; the last one may lack its line end. Empty lines are skipped; rows longer
// than `row_limit` are invalid. `is_behind_broken_row` is what a cutter says of the first row. False where memory is short.
bool row_reader_parse(
    row_reader *reader, const uint8_t *text, size_t length, size_t row_limit, bool is_behind_broken_row,
    row_columns *columns);

// Those of prompt, response and parent prompt that are wanted, a mask of roles, of a row of the text that was parsed last, by
// its index in the columns. What is not wanted, and a parent that is absent, has a NULL start. What has to be decoded goes to
// `room`, which takes as many bytes as the row has for each of them; `used` says how many. False where they cannot be had.
bool row_reader_parsed_texts(
    row_reader *reader, const uint8_t *text, size_t index, uint32_t wanted, uint8_t *room, size_t *used,
    row_bytes texts[ROW_ROLES]);

// Decodes those of one row's texts that are wanted, a mask of roles; a number is given as written, and anything else, like what
// is absent, has a NULL start. What it gives is valid until the reader's next call, and as long as the row. Returns one of
// the problems above, ROW_FINE among them.
int row_reader_texts(
    row_reader *reader, const uint8_t *row, size_t length, uint32_t wanted, row_bytes texts[ROW_ROLES]);

// Lists one row's fields in its order. Nested objects are opened, and so are arrays that the path of a role leads into;
// other arrays are left as written. Valid until the next call, and as long as the row. Returns one of the problems above;
// `problem` then says more, of delimited text.
int row_reader_fields(
    row_reader *reader, const uint8_t *row, size_t length, const row_field **fields, size_t *count,
    row_invalid *problem);

// One row of JSON with null in place of NaN and infinities; the row itself where it has none. Valid until the next call of this,
// and as long as the row. False where it cannot be read, or is no JSON by its format.
bool row_reader_with_nulls(row_reader *reader, const uint8_t *row, size_t length, row_bytes *line);

// MARK: What every format reads the same

// Where a text stops to be JSON: how many bytes stand before. With `takes_non_finite` NaN and infinities are let pass.
size_t row_json_error(const uint8_t *text, size_t length, bool takes_non_finite);

// Who speaks, by a word for it; ROW_SPEAKER_OTHER for one that is not known.
int row_speaker(const uint8_t *word, size_t length);

// Reads a number by JSON's grammar, the whole text or nothing. Also tells NaN and infinities, however they are spelt.
int row_parse_number(const uint8_t *text, size_t length, double *value);

// Spells a decimal number as JSON does, the whole text or nothing, with blanks around it left out: `.5`, `5.`, `+1` and `007`
// are decimal numbers to everybody else. Gives how many bytes `out`, with room for `length + 2`, was filled with; 0 for none.
size_t row_spell_decimal(const uint8_t *text, size_t length, uint8_t *out);

// As row_parse_number, for every spelling of a decimal number, with or without blanks around it: what reads a score that is
// given as text, in JSON and in delimited text alike. ROW_MISSING where there is nothing but blanks.
int row_parse_decimal(const uint8_t *text, size_t length, double *value);

bool row_is_utf8(const uint8_t *text, size_t length);

// What tells ids apart.
uint64_t row_hash(const uint8_t *text, size_t length);

// How many of the values equal an earlier one. Reorders them. O(n).
size_t row_count_repeats(uint64_t *values, size_t count);

#ifdef __cplusplus
}
#endif
#endif
