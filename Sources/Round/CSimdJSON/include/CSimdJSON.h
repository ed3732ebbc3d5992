// JSON Lines to columns, through simdjson.
//
// Why this exists: simdjson is C++, and Swift sees C. What stands here is what a round needs of it and nothing more.
//
// simdjson's first stage (its SIMD pass over the bytes: UTF-8, strings, where every token starts) does the heavy work, over
// many rows at once. The tokens are then walked here rather than by simdjson's On-Demand front end, because On-Demand
// skips what it is not asked for: a row with a broken value in a field nobody asked for would pass as valid. It also
// refuses lone surrogates, which are legal JSON and which red-team rounds hold.
#ifndef C_SIMDJSON_H
#define C_SIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What a field means; the bit of a role in a mask is 1 << role.
enum {
    JSON_ROLE_PROMPT = 0,
    JSON_ROLE_RESPONSE = 1,
    JSON_ROLE_SAFETY = 2,
    JSON_ROLE_HELPFULNESS = 3,
    JSON_ROLE_ID = 4,
    JSON_ROLE_CATEGORY = 5,
    JSON_ROLE_STYLE = 6,
    JSON_ROLE_PARENT = 7,
    JSON_ROLES = 8
};

// What is wrong with a row or a number.
enum {
    JSON_FINE = 0,
    JSON_NOT_JSON,
    JSON_NOT_AN_OBJECT,
    JSON_NOT_UTF8,
    JSON_TOO_DEEP,
    JSON_MISSING,
    JSON_REPEATED,
    JSON_NULL,
    JSON_NOT_TEXT,
    JSON_NOT_NUMBER,
    JSON_NAN,
    JSON_INFINITE,
    JSON_BLANK,
    JSON_TOO_LONG,
    JSON_NO_MEMORY,
    JSON_CARRIED_NAN,  // NaN or an infinity in a field that plays no role
    JSON_OTHER_TURN,   // the turn is one of somebody else than the role is for
    JSON_NO_TURN,      // the list has no turn of the one that was asked for
    JSON_TURN_ORDER    // the response's turn stands before the prompt's
};

// Who speaks a turn of a chat; JSON_SPEAKER_NONE where the turn does not say.
enum {
    JSON_SPEAKER_NONE = 0,
    JSON_SPEAKER_USER,
    JSON_SPEAKER_ASSISTANT,
    JSON_SPEAKER_SYSTEM,
    JSON_SPEAKER_DEVELOPER,
    JSON_SPEAKER_TOOL,
    JSON_SPEAKER_OTHER
};

// What stands where a text or a number should.
enum { JSON_FOUND_TEXT = 0, JSON_FOUND_NUMBER, JSON_FOUND_BOOLEAN, JSON_FOUND_LIST, JSON_FOUND_OBJECT };

// What a valid row holds that some readers of JSON refuse; the bit of one in a mask is 1 << trouble.
enum {
    JSON_TROUBLE_KEY_TWICE = 0,     // in the row's own object
    JSON_TROUBLE_KEY_TWICE_INSIDE,  // in an object within it
    JSON_TROUBLE_KEY_CASE_INSIDE,   // keys of an object within it that differ in the case of letters alone
    JSON_TROUBLE_NUL_IN_KEY,        // of the row's own object
    JSON_TROUBLE_LONE_SURROGATE,
    JSON_TROUBLE_LONG_INTEGER,      // digits before the point that 64 bits do not hold
    JSON_TROUBLE_HUGE_NUMBER,       // too large for a double
    JSON_TROUBLE_DEEP,              // more than 63 objects and arrays in one another, with the row's own
    JSON_TROUBLE_VERY_DEEP,         // more than 127
    JSON_TROUBLES
};

// Objects and arrays in one another may go this deep.
enum { JSON_DEPTH_LIMIT = 1000 };

// Stands between the keys of a path, where a list of fields opens nested objects: never part of UTF-8.
enum { JSON_PATH_SEPARATOR = 0xFF };

// Begins a key of a path that chooses a turn of a list: the mark, who speaks (nothing for anybody), the mark, and which of
// those turns, from 0 or back from -1. Never part of UTF-8.
enum { JSON_TURN_MARK = 0xFE };

typedef struct {
    const uint8_t *start;
    size_t length;
} json_bytes;

typedef struct {
    uint64_t start;  // from the text's beginning
    uint64_t length;
    uint32_t line;  // from 0, counted from the text's beginning
    uint8_t problem;
    uint8_t role;
    // Of JSON_NOT_NUMBER and JSON_NOT_TEXT what was found, of JSON_OTHER_TURN who speaks, of JSON_NO_TURN who was asked for,
    // of JSON_CARRIED_NAN JSON_NAN or JSON_INFINITE.
    uint8_t detail;
    uint8_t speakers;  // of JSON_NO_TURN: those that there are, as bits
    // Of JSON_NOT_JSON and JSON_CARRIED_NAN: the character, from 1, at which it shows.
    uint32_t column;
    // Of JSON_NOT_JSON and JSON_CARRIED_NAN the key of the value, of JSON_NOT_NUMBER a text in a number's place, as written.
    uint32_t part_length;
    uint64_t part_start;  // from the text's beginning
} json_bad_row;

// Where the prompt and the response of a row stand between their quotes, from the text's beginning.
typedef struct {
    uint32_t prompt_start;
    uint32_t prompt_length;
    uint32_t response_start;
    uint32_t response_length;
    bool prompt_has_escapes;
    bool response_has_escapes;
} json_row_places;

// Columns of the rows of one text; the parser owns them until its next call.
typedef struct {
    size_t count;
    const double *safety;
    const double *helpfulness;
    const uint32_t *row_start;
    const uint32_t *row_length;
    const json_row_places *places;  // NULL where they are not kept
    size_t id_count;
    const uint64_t *id_hash;
    size_t bad_count;
    const json_bad_row *bad;
    size_t lines;
    size_t text_scores;
    size_t empty_texts;
    size_t non_finite_rows;
    const size_t *troubles;  // how many of the rows hold each
} json_columns;

// One field of a row. A name holds JSON_PATH_SEPARATOR between the keys of a path.
typedef struct {
    json_bytes name;
    json_bytes value;
    uint8_t roles;      // a mask
    bool is_string;     // the value is then decoded, otherwise as written
    bool is_array;      // of which nothing further is listed
} json_field;

typedef struct json_parser json_parser;

// NULL where memory is short.
json_parser *json_parser_create(void);
void json_parser_destroy(json_parser *parser);

// Says where a role's field stands: the keys of the objects to open, outermost first. A key that is a number also opens an
// array, whose elements it counts from 0; one that begins with JSON_TURN_MARK chooses a turn of a list, and no list of turns
// stands within another. False where memory is short.
bool json_parser_set_path(json_parser *parser, int role, const json_bytes *keys, size_t count);

// Whether json_parse_rows keeps the places of prompts and responses; it does not unless it is told to.
void json_parser_keep_places(json_parser *parser, bool keeps);

// Whether rows are taken that hold NaN or an infinity in a field that plays no role; they are not unless it is told to.
void json_parser_take_non_finite(json_parser *parser, bool takes);

// Parses a text of whole lines, shorter than 4 GiB. Blank lines are skipped; rows longer than `row_limit` are bad ones.
// False where memory is short.
bool json_parse_rows(
    json_parser *parser, const uint8_t *text, size_t length, size_t row_limit, json_columns *columns);

// Decodes the strings of those of one row's roles that are wanted, a mask; a number is given as written, and anything else,
// like what is absent, has a NULL start. What it gives is valid until the parser's next call, and as long as the row. Returns one of the problems above,
// JSON_FINE among them.
int json_row_texts(
    json_parser *parser, const uint8_t *row, size_t length, uint32_t wanted, json_bytes texts[JSON_ROLES]);

// Lists one row's fields in its order; nested objects are opened, and so are arrays that the path of a role leads into; other
// arrays are left as written. Valid until the next call.
int json_row_fields(
    json_parser *parser, const uint8_t *row, size_t length, const json_field **fields, size_t *count);

// One row with null in place of NaN and infinities; the row itself where it has none. Valid until the next call of this, and
// as long as the row. False where it cannot be read.
bool json_row_with_nulls(json_parser *parser, const uint8_t *row, size_t length, json_bytes *line);

// Where a row stops to be JSON: how many bytes stand before. With `takes_non_finite` NaN and infinities are let pass.
size_t json_error_offset(const uint8_t *row, size_t length, bool takes_non_finite, json_bytes *key);

// Who speaks, by a word for it; JSON_SPEAKER_OTHER for one that is not known.
int json_speaker(const uint8_t *word, size_t length);

// Reads a number by JSON's grammar, the whole text or nothing. Also tells NaN and infinities, however they are spelt.
int json_parse_number(const uint8_t *text, size_t length, double *value);

// Spells a decimal number as JSON does, the whole text or nothing, with blanks around it left out: `.5`, `5.`, `+1` and `007`
// are decimal numbers to everybody else. Gives how many bytes `out`, with room for `length + 2`, was filled with; 0 for none.
size_t json_spell_decimal(const uint8_t *text, size_t length, uint8_t *out);

// As json_parse_number, for every spelling of a decimal number, with or without blanks around it: what reads a score that is
// given as text, in JSON and in delimited text alike. JSON_MISSING where there is nothing but blanks.
int json_parse_decimal(const uint8_t *text, size_t length, double *value);

// Decodes what stands between the quotes of a string that was parsed into at most `length` bytes, and gives how many.
size_t json_unescape(const uint8_t *text, size_t length, uint8_t *out);

bool json_is_utf8(const uint8_t *text, size_t length);
uint64_t json_hash(const uint8_t *text, size_t length);

// How many of the values equal an earlier one. Reorders them. O(n).
size_t json_count_repeats(uint64_t *values, size_t count);

#ifdef __cplusplus
}
#endif
#endif
