#include "CLibCSV.h"

#include <csv.h>
#include <stdlib.h>

#include "Scan.h"

// A list that grows; `items` is typed by whoever uses it.
typedef struct {
    void *items;
    size_t count, room;
} list;

static bool reserve(list *l, size_t count, size_t size) {
    if (count <= l->room) return true;
    size_t room = l->room < 64 ? 64 : l->room * 2;
    while (room < count) room *= 2;
    void *items = realloc(l->items, room * size);
    if (items == NULL) return false;
    l->items = items;
    l->room = room;
    return true;
}

// A field as it stands in a row: what is between its quotes, where it has some.
typedef struct {
    size_t start, end;
    bool has_doubled_quotes;
} span;

struct csv_row_parser {
    uint8_t delimiter, line_end;
    csv_readers readers;
    size_t expected;
    size_t columns[CSV_LOADED_ROLES];
    struct csv_parser libcsv;

    list safety, helpfulness, row_start, row_length, id_hash, bad;
    // Fields of the row being looked at: as they stand in it; or split, and the bytes of those that had to be copied. Of a
    // row that has more than `field_limit` only so many are kept, as a row can be nothing but delimiters.
    list spans, split, arena;
    size_t field_count, field_limit;
    bool no_memory;
};

static int never_space(unsigned char c) {
    (void)c;
    return 0;
}

csv_row_parser *csv_row_parser_create(uint8_t delimiter, uint8_t line_end, csv_readers readers) {
    csv_row_parser *p = calloc(1, sizeof *p);
    if (p == NULL) return NULL;
    if (csv_init(&p->libcsv, 0) != 0) {
        free(p);
        return NULL;
    }
    csv_set_delim(&p->libcsv, delimiter);
    // Blanks around a field are part of it (RFC 4180); libcsv trims them otherwise.
    csv_set_space_func(&p->libcsv, never_space);
    // Its buffer grows by this much at a time; a response can be a megabyte.
    csv_set_blk_size(&p->libcsv, 1 << 16);
    p->delimiter = delimiter;
    p->line_end = line_end;
    p->readers = readers;
    return p;
}

void csv_row_parser_destroy(csv_row_parser *p) {
    if (p == NULL) return;
    csv_free(&p->libcsv);
    free(p->safety.items);
    free(p->helpfulness.items);
    free(p->row_start.items);
    free(p->row_length.items);
    free(p->id_hash.items);
    free(p->bad.items);
    free(p->spans.items);
    free(p->split.items);
    free(p->arena.items);
    free(p);
}

void csv_row_parser_set_columns(csv_row_parser *p, size_t count, const size_t columns[CSV_LOADED_ROLES]) {
    p->expected = count;
    memcpy(p->columns, columns, sizeof p->columns);
}

// MARK: One row by libcsv

static void take_field(void *bytes, size_t length, void *context) {
    csv_row_parser *p = context;
    if (p->field_count++ >= p->field_limit) return;
    if (!reserve(&p->split, p->split.count + 1, sizeof(csv_bytes)) ||
        !reserve(&p->arena, p->arena.count + length + 1, 1)) {
        p->no_memory = true;
        return;
    }
    // The arena may move while it grows: offsets first, pointers at the end.
    csv_bytes *field = (csv_bytes *)p->split.items + p->split.count++;
    *field = (csv_bytes){(const uint8_t *)(uintptr_t)p->arena.count, length};
    memcpy((uint8_t *)p->arena.items + p->arena.count, bytes, length);
    p->arena.count += length;
}

static void ignore_row_end(int c, void *context) {
    (void)c;
    (void)context;
}

static bool split_by_libcsv(csv_row_parser *p, const uint8_t *row, size_t length, size_t field_limit) {
    p->split.count = 0;
    p->arena.count = 0;
    p->field_count = 0;
    p->field_limit = field_limit;
    p->no_memory = false;
    const bool parsed = csv_parse(&p->libcsv, row, length, take_field, ignore_row_end, p) == length;
    // Also brings the parser back to the start of a row.
    const bool finished = csv_fini(&p->libcsv, take_field, ignore_row_end, p) == 0;
    if (!parsed || !finished || p->no_memory) return false;
    csv_bytes *all = p->split.items;
    for (size_t i = 0; i < p->split.count; ++i) {
        all[i].start = (const uint8_t *)p->arena.items + (uintptr_t)all[i].start;
    }
    return true;
}

bool csv_split_row_by_libcsv(
    csv_row_parser *p, const uint8_t *row, size_t length, const csv_bytes **fields, size_t *count) {
    if (!split_by_libcsv(p, row, length, SIZE_MAX)) return false;
    *fields = p->split.items;
    *count = p->split.count;
    return true;
}

// MARK: Rows to columns

enum { ROW_DONE, ROW_ODD, ROW_NO_MEMORY };

static bool add_span(csv_row_parser *p, size_t start, size_t end, bool doubled) {
    if (p->field_count++ >= p->field_limit) return true;
    if (!reserve(&p->spans, p->spans.count + 1, sizeof(span))) return false;
    ((span *)p->spans.items)[p->spans.count++] = (span){start, end, doubled};
    return true;
}

// Notes the fields of the row at `at`, and where its line end stands. Gives up at the first quote that RFC 4180 would not
// have there.
static int scan_row(
    csv_row_parser *p, const uint8_t *text, size_t at, size_t length, size_t field_limit, size_t *row_end) {
    const uint8_t *end = text + length, *c = text + at;
    p->spans.count = 0;
    p->field_count = 0;
    p->field_limit = field_limit;
    for (;;) {
        const uint8_t *start = c;
        bool doubled = false;
        const uint8_t *stop;
        if (c < end && *c == '"') {
            ++start;
            ++c;
            for (;;) {
                c = find_quote(c, end);
                if (c == end) return ROW_ODD;
                if (c + 1 < end && c[1] == '"') {
                    doubled = true;
                    c += 2;
                    continue;
                }
                break;
            }
            stop = c++;
            if (c < end && *c != p->delimiter && !is_line_end(*c)) return ROW_ODD;
        } else {
            c = find_special(c, end, p->delimiter);
            if (c < end && *c == '"') return ROW_ODD;
            stop = c;
        }
        if (!add_span(p, (size_t)(start - text), (size_t)(stop - text), doubled)) return ROW_NO_MEMORY;
        if (c == end || is_line_end(*c)) {
            *row_end = (size_t)(c - text);
            return ROW_DONE;
        }
        ++c;
    }
}

// Every first quote of a doubled one goes; that is all that stands between the text of a span and its field.
static size_t undouble(const uint8_t *text, size_t length, uint8_t *out) {
    const uint8_t *p = text, *end = text + length;
    uint8_t *to = out;
    while (p < end) {
        const uint8_t *quote = find_quote(p, end);
        const size_t count = (size_t)(quote - p) + (quote < end);
        memcpy(to, p, count);
        to += count;
        p += count + 1;
    }
    return (size_t)(to - out);
}

bool csv_split_row(csv_row_parser *p, const uint8_t *row, size_t length, const csv_bytes **fields, size_t *count) {
    size_t row_end = 0;
    const int outcome = length == 0 ? ROW_ODD : scan_row(p, row, 0, length, SIZE_MAX, &row_end);
    if (outcome == ROW_NO_MEMORY) return false;
    if (outcome != ROW_DONE || row_end != length) {
        uint64_t place;
        if (csv_row_problem(p->delimiter, p->line_end, row, length, &place) != 0) return false;
        return csv_split_row_by_libcsv(p, row, length, fields, count);
    }
    if (!reserve(&p->split, p->spans.count, sizeof(csv_bytes)) || !reserve(&p->arena, length, 1)) return false;
    csv_bytes *all = p->split.items;
    uint8_t *room = p->arena.items;
    for (size_t i = 0; i < p->spans.count; ++i) {
        const span s = ((span *)p->spans.items)[i];
        all[i] = (csv_bytes){row + s.start, s.end - s.start};
        if (!s.has_doubled_quotes) continue;
        all[i].length = undouble(all[i].start, all[i].length, room);
        all[i].start = room;
        room += all[i].length;
    }
    p->split.count = p->spans.count;
    *fields = all;
    *count = p->split.count;
    return true;
}

static bool refuse(csv_row_parser *p, csv_bad_row row) {
    if (!reserve(&p->bad, p->bad.count + 1, sizeof row)) return false;
    ((csv_bad_row *)p->bad.items)[p->bad.count++] = row;
    return true;
}

// Gives the bad rows their lines, and returns how many there are. Counting them at once is several times faster than for
// each row.
static size_t number_lines(csv_row_parser *p, const uint8_t *text, size_t length) {
    size_t lines = 0, at = 0;
    csv_bad_row *bad = p->bad.items;
    for (size_t i = 0; i < p->bad.count; ++i) {
        lines += count_bytes(text + at, text + bad[i].start, p->line_end);
        at = bad[i].start;
        bad[i].line = (uint32_t)lines;
        bad[i].lines = (uint32_t)count_bytes(text + at, text + at + bad[i].length, p->line_end);
        lines += bad[i].lines;
        at += bad[i].length;
    }
    return lines + count_bytes(text + at, text + length, p->line_end);
}

// The field of a role; its doubled quotes stay as they are where `raw` columns serve.
static bool role_field(csv_row_parser *p, const uint8_t *text, bool raw, int role, csv_bytes *field) {
    const size_t column = p->columns[role];
    if (column >= p->expected) return false;
    if (raw) {
        const span s = ((span *)p->spans.items)[column];
        *field = (csv_bytes){text + s.start, s.end - s.start};
    } else {
        *field = ((csv_bytes *)p->split.items)[column];
    }
    return true;
}

static bool note_id(csv_row_parser *p, const uint8_t *text, bool raw) {
    csv_bytes id;
    if (!role_field(p, text, raw, CSV_ROLE_ID, &id) || id.length == 0) return true;
    if (!reserve(&p->id_hash, p->id_hash.count + 1, sizeof(uint64_t))) return false;
    uint64_t hash;
    if (raw && ((span *)p->spans.items)[p->columns[CSV_ROLE_ID]].has_doubled_quotes) {
        if (!reserve(&p->arena, id.length, 1)) return false;
        uint8_t *plain = p->arena.items;
        const size_t length = undouble(id.start, id.length, plain);
        hash = p->readers.hash(plain, length);
    } else {
        hash = p->readers.hash(id.start, id.length);
    }
    ((uint64_t *)p->id_hash.items)[p->id_hash.count++] = hash;
    return true;
}

static bool take_row(
    csv_row_parser *p, const uint8_t *text, size_t at, size_t row_end, bool raw, size_t *empty_texts) {
    csv_bad_row bad = {.start = at, .length = row_end - at};
    if (p->field_count != p->expected) {
        bad.problem = CSV_FIELD_COUNT;
        bad.detail = p->field_count;
        return refuse(p, bad);
    }
    double scores[2];
    for (int role = CSV_ROLE_SAFETY; role <= CSV_ROLE_HELPFULNESS; ++role) {
        csv_bytes field;
        bad.role = (uint8_t)role;
        bad.problem = CSV_MISSING;
        if (!role_field(p, text, raw, role, &field)) return refuse(p, bad);
        const int problem = p->readers.number(field.start, field.length, &scores[role - CSV_ROLE_SAFETY]);
        bad.problem = CSV_BAD_NUMBER;
        bad.detail = (uint64_t)problem;
        if (problem != 0) return refuse(p, bad);
    }
    const size_t n = p->safety.count;
    if (!reserve(&p->safety, n + 1, sizeof(double)) || !reserve(&p->helpfulness, n + 1, sizeof(double)) ||
        !reserve(&p->row_start, n + 1, sizeof(uint32_t)) || !reserve(&p->row_length, n + 1, sizeof(uint32_t))) {
        return false;
    }
    ((double *)p->safety.items)[n] = scores[0];
    ((double *)p->helpfulness.items)[n] = scores[1];
    ((uint32_t *)p->row_start.items)[n] = (uint32_t)at;
    ((uint32_t *)p->row_length.items)[n] = (uint32_t)(row_end - at);
    p->safety.count = p->helpfulness.count = p->row_start.count = p->row_length.count = n + 1;
    csv_bytes prompt, response;
    if (!role_field(p, text, raw, CSV_ROLE_PROMPT, &prompt) || prompt.length == 0 ||
        !role_field(p, text, raw, CSV_ROLE_RESPONSE, &response) || response.length == 0) {
        ++*empty_texts;
    }
    return note_id(p, text, raw);
}

// Cuts the row at `at`, whose quotes do not all stand where RFC 4180 puts them; gives where its line end stands.
static void cut_odd_row(
    csv_row_parser *p, const uint8_t *text, size_t at, size_t length, bool *unsure, size_t *row_end, csv_bad_row *bad) {
    csv_cutter cutter = {.expected = p->expected, .unsure = *unsure};
    const size_t behind = csv_cutter_first(&cutter, p->delimiter, text + at, length - at);
    const bool in_quotes = behind == 0 && csv_cutter_in_quotes(&cutter);
    if (behind == 0) csv_cutter_finish(&cutter);
    *row_end = behind == 0 ? length : at + behind;
    while (is_line_end(text[*row_end - 1])) --*row_end;
    if (cutter.ended_marks & MARK_STRAY) {
        bad->problem = CSV_TEXT_BEHIND_QUOTE;
        bad->detail = csv_stray_place(text + at, *row_end - at, cutter.stray, p->delimiter, p->line_end);
    } else if (in_quotes) {
        bad->problem = CSV_UNFINISHED_QUOTE;
    } else if (*unsure && cutter.ended_marks & MARK_LOOSE) {
        bad->problem = CSV_BEHIND_BROKEN_ROW;
    }
    *unsure = csv_cutter_is_unsure(&cutter);
}

static bool parse_rows(
    csv_row_parser *p, const uint8_t *text, size_t length, size_t row_limit, bool unsure, size_t *empty_texts) {
    const bool all_utf8 = p->readers.is_utf8(text, length);
    size_t at = 0;
    while (at < length) {
        if (is_line_end(text[at])) {
            ++at;
            continue;
        }
        // Files that were joined by `cat` have byte order marks in the midst of the text; the row begins behind one.
        if (length - at >= 3 && memcmp(text + at, "\xEF\xBB\xBF", 3) == 0) {
            at += 3;
            continue;
        }
        size_t row_end = length;
        csv_bad_row bad = {.start = at};
        const int outcome = scan_row(p, text, at, length, p->expected, &row_end);
        if (outcome == ROW_NO_MEMORY) return false;
        const bool raw = outcome == ROW_DONE;
        if (!raw) {
            cut_odd_row(p, text, at, length, &unsure, &row_end, &bad);
        } else if (p->field_count == p->expected) {
            unsure = false;
        }
        bad.length = row_end - at;
        if (row_end - at > row_limit) {
            bad.problem = CSV_TOO_LONG;
        } else if (!all_utf8 && !p->readers.is_utf8(text + at, row_end - at)) {
            bad.problem = CSV_NOT_UTF8;
        }
        bool kept;
        if (bad.problem != 0) {
            kept = refuse(p, bad);
        } else {
            if (!raw && !split_by_libcsv(p, text + at, row_end - at, p->expected)) return false;
            kept = take_row(p, text, at, row_end, raw, empty_texts);
        }
        if (!kept) return false;
        at = row_end;
    }
    return true;
}

bool csv_parse_rows(
    csv_row_parser *p, const uint8_t *text, size_t length, size_t row_limit, bool unsure, csv_columns *columns) {
    p->safety.count = p->helpfulness.count = p->row_start.count = p->row_length.count = 0;
    p->id_hash.count = p->bad.count = 0;
    size_t empty_texts = 0;
    if (!parse_rows(p, text, length, row_limit, unsure, &empty_texts)) return false;
    const size_t lines = number_lines(p, text, length);
    *columns = (csv_columns){
        p->safety.count, p->safety.items, p->helpfulness.items, p->row_start.items, p->row_length.items,
        p->id_hash.count, p->id_hash.items, p->bad.count, p->bad.items, lines, empty_texts};
    return true;
}
