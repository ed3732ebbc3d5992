#include "CLibCSV.h"
#include "Scan.h"

static size_t feed(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length, bool first_only) {
    const uint8_t *p = text, *end = text + length;
    size_t last = 0;
    uint8_t state = cutter->state;
    while (p < end) {
        switch (state) {
            case AT_ROW:
                if (is_line_end(*p)) {
                    // An empty line, or the second half of CR LF: it goes with the row before.
                    ++p;
                    last = (size_t)(p - text);
                    break;
                }
                if (first_only && last > 0) goto done;
                // fall through
            case AT_FIELD:
                if (*p == '"') {
                    state = IN_QUOTES;
                    ++p;
                    break;
                }
                // fall through
            case IN_PLAIN:
                // A quote inside a plain field is one of its characters.
                do p = find_special(p, end, delimiter);
                while (p < end && *p == '"' && ++p);
                state = IN_PLAIN;
                if (p == end) break;
                if (*p++ == delimiter) {
                    state = AT_FIELD;
                } else {
                    state = AT_ROW;
                    last = (size_t)(p - text);
                }
                break;
            case IN_QUOTES:
                p = find_quote(p, end);
                if (p == end) break;
                ++p;
                state = AT_QUOTE;
                break;
            default:  // AT_QUOTE
                if (*p == delimiter) {
                    state = AT_FIELD;
                } else if (is_line_end(*p)) {
                    state = AT_ROW;
                    last = (size_t)(p - text) + 1;
                } else {
                    // A doubled quote, or one that stands inside a quoted field by mistake: both go on.
                    state = IN_QUOTES;
                }
                ++p;
        }
    }
done:
    cutter->state = state;
    return last;
}

size_t csv_cutter_feed(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length) {
    return feed(cutter, delimiter, text, length, false);
}

size_t csv_cutter_first(csv_cutter *cutter, uint8_t delimiter, const uint8_t *text, size_t length) {
    return feed(cutter, delimiter, text, length, true);
}

bool csv_cutter_in_quotes(const csv_cutter *cutter) { return cutter->state == IN_QUOTES; }
