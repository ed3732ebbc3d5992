// Substrings and regular expressions in texts, and in the source rows that texts are decoded from.
//
// Why this exists: RE2 is C++, and Swift sees C; and most rows of a round need no decoding at all to know that they hold
// no match. A match must contain certain pieces of text. A piece stands in the source row as it is, unless one of its
// characters is written as an escape (`\u00e9`). So the source is scanned, many bytes at a time, for the pieces and for
// the escapes that could spell them, and only rows with either are decoded and searched for the pattern itself.
#ifndef C_TEXT_SEARCH_H
#define C_TEXT_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    TEXT_IS_REGEX = 1,
    TEXT_IGNORES_CASE = 2
};

// What is wrong with a pattern.
enum {
    TEXT_FINE = 0,
    TEXT_EMPTY,
    TEXT_TOO_LONG,
    TEXT_TOO_LARGE,        // what it would be compiled to
    TEXT_BAD_ESCAPE,
    TEXT_BAD_CLASS,        // an unknown character class
    TEXT_BAD_RANGE,
    TEXT_MISSING_BRACKET,
    TEXT_MISSING_PAREN,
    TEXT_UNEXPECTED_PAREN,
    TEXT_TRAILING_BACKSLASH,
    TEXT_NOTHING_TO_REPEAT,
    TEXT_BAD_REPEAT_COUNT,
    TEXT_REPEAT_OF_REPEAT,
    TEXT_BAD_GROUP,        // `(?` and what is not known behind it
    TEXT_BAD_GROUP_NAME,
    TEXT_NOT_UTF8,
    TEXT_NO_MEMORY
};

// Patterns may be this long, in bytes.
enum { TEXT_PATTERN_LIMIT = 4096 };

// Where the problem stands, in bytes of the pattern; the length is 0 where it has no end.
typedef struct {
    int kind;
    size_t offset;
    size_t length;
} text_problem;

// A compiled pattern. Never changes: any number of threads may use one at once.
typedef struct text_pattern text_pattern;

// Matching is linear in the text, whatever the pattern. In a regular expression `^` and `$` match at every line.
// NULL where the pattern cannot be used, with the reason in `problem`.
text_pattern *text_pattern_create(const uint8_t *pattern, size_t length, int flags, text_problem *problem);
void text_pattern_destroy(text_pattern *pattern);

// The leftmost match that starts at `from` or behind it.
bool text_pattern_find(
    const text_pattern *pattern, const uint8_t *text, size_t length, size_t from, size_t *start, size_t *end);

// False where the pattern has no piece to look for, so that any row could hold a match.
bool text_pattern_is_selective(const text_pattern *pattern);

// A place at `from` or behind it in the row, of those in a piece of a source, that is the first that could hold a match;
// `length` where no row from `from` on does. `from` is where a row starts. The source is JSON Lines or delimited text.
size_t text_pattern_next_candidate(const text_pattern *pattern, const uint8_t *source, size_t length, size_t from);

// Searches text after text; one thread uses one. It borrows its pattern.
typedef struct text_finder text_finder;

// NULL where memory is short.
text_finder *text_finder_create(const text_pattern *pattern);
void text_finder_destroy(text_finder *finder);

// True where a decoded text holds a match.
bool text_finder_matches(text_finder *finder, const uint8_t *text, size_t length);

#ifdef __cplusplus
}
#endif
#endif
