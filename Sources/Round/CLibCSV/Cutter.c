#include "CLibCSV.h"
#include "Scan.h"

// Goes over a plain cell, or the rest of one. A quote inside it is one of its characters.
static const uint8_t *pass_plain(csv_cutter *cutter, uint8_t delimiter, const uint8_t *p, const uint8_t *end) {
    bool behind_quote = cutter->state == BEHIND_PLAIN_QUOTE;
    for (;;) {
        const uint8_t *special = find_special(p, end, delimiter);
        if (special > p) behind_quote = false;
        p = special;
        if (p == end || *p != '"') break;
        ++p;
        behind_quote = true;
    }
    cutter->state = behind_quote ? BEHIND_PLAIN_QUOTE : IN_PLAIN;
    return p;
}

static void end_row(csv_cutter *cutter) {
    if (cutter->state == BEHIND_PLAIN_QUOTE) cutter->marks |= MARK_LOOSE;
    if (cutter->marks & MARK_STRAY) {
        cutter->unsure = true;
    } else if (cutter->unsure) {
        cutter->unsure = (cutter->marks & MARK_LOOSE) != 0 || cutter->delimiters + 1 != cutter->expected;
    }
    cutter->ended_marks = cutter->marks;
    cutter->marks = 0;
    cutter->delimiters = 0;
    cutter->state = AT_ROW;
}

static void end_field(csv_cutter *cutter) {
    if (cutter->state == BEHIND_PLAIN_QUOTE) cutter->marks |= MARK_LOOSE;
    ++cutter->delimiters;
    cutter->state = AT_FIELD;
}

static size_t feed(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length, bool first_only) {
    const uint8_t *p = text, *end = text + length;
    size_t last = 0;
    while (p < end) {
        switch (cutter->state) {
            case AT_ROW:
                if (is_line_end(*p)) {
                    // An empty line, or the second half of CR LF: it goes with the row before.
                    ++p;
                    last = (size_t)(p - text);
                    break;
                }
                if (first_only && last > 0) return last;
                // A byte order mark goes with the row behind it, which may begin with a quote. No other character that begins
                // with these bytes has a quote among them.
                if (*p == 0xEF || *p == 0xBB || *p == 0xBF) {
                    ++p;
                    break;
                }
                // fall through
            case AT_FIELD:
                if (*p == '"') {
                    cutter->state = IN_QUOTES;
                    ++p;
                    break;
                }
                cutter->state = IN_PLAIN;
                // fall through
            case IN_PLAIN:
            case BEHIND_PLAIN_QUOTE:
                p = pass_plain(cutter, delimiter, p, end);
                if (p == end) break;
                if (*p++ == delimiter) {
                    end_field(cutter);
                } else {
                    end_row(cutter);
                    last = (size_t)(p - text);
                }
                break;
            case IN_QUOTES:
                p = find_quote(p, end);
                if (p == end) break;
                ++p;
                cutter->state = AT_QUOTE;
                break;
            default:  // AT_QUOTE
                if (*p == '"') {
                    cutter->state = IN_QUOTES;
                    ++p;
                } else if (*p == delimiter) {
                    end_field(cutter);
                    ++p;
                } else if (is_line_end(*p)) {
                    end_row(cutter);
                    last = (size_t)(++p - text);
                } else {
                    if (!(cutter->marks & MARK_STRAY)) cutter->stray = (size_t)(p - text);
                    cutter->marks |= MARK_STRAY;
                    cutter->state = IN_PLAIN;
                }
        }
    }
    return last;
}

size_t csv_cutter_feed(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length) {
    return feed(cutter, delimiter, text, length, false);
}

size_t csv_cutter_first(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length) {
    return feed(cutter, delimiter, text, length, true);
}

void csv_cutter_finish(csv_cutter *cutter) {
    if (cutter->state != AT_ROW) end_row(cutter);
}

bool csv_cutter_in_quotes(const csv_cutter *cutter) { return cutter->state == IN_QUOTES; }

bool csv_cutter_is_unsure(const csv_cutter *cutter) { return cutter->unsure; }

uint64_t csv_stray_place(const uint8_t *row, size_t length, size_t stray, uint8_t delimiter, uint8_t line_end) {
    // The first character that shows, where there is one: blanks before it are not what somebody looks for.
    size_t at = stray;
    while (at < length && (row[at] == ' ' || row[at] == '\t') && row[at] != delimiter) ++at;
    if (at == length || row[at] == delimiter || is_line_end(row[at])) at = stray;
    size_t column = 1;
    for (size_t i = at; i > 0 && !is_line_end(row[i - 1]); --i) column += (row[i - 1] & 0xC0) != 0x80;
    const size_t line = 1 + count_bytes(row, row + at, line_end);
    return (uint64_t)line << 32 | (uint32_t)column;
}

int csv_row_problem(
    uint8_t delimiter, uint8_t line_end, const uint8_t *row, size_t length, uint64_t *place) {
    csv_cutter cutter = {0};
    csv_cutter_feed(&cutter, delimiter, row, length);
    const bool in_quotes = csv_cutter_in_quotes(&cutter);
    csv_cutter_finish(&cutter);
    if (cutter.ended_marks & MARK_STRAY) {
        *place = csv_stray_place(row, length, cutter.stray, delimiter, line_end);
        return CSV_TEXT_BEHIND_QUOTE;
    }
    return in_quotes ? CSV_UNFINISHED_QUOTE : 0;
}
