#include <cstring>
#include <new>
#include <string>

#include "CRowReader.h"
#include "Number.h"

namespace {

bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

bool is_blank(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

const uint8_t *digits_end(const uint8_t *p, const uint8_t *end) {
    while (p < end && is_digit(*p)) ++p;
    return p;
}

uint8_t *copy(const uint8_t *from, const uint8_t *to, uint8_t *out) {
    memcpy(out, from, size_t(to - from));
    return out + (to - from);
}

}  // namespace

size_t row_spell_decimal(const uint8_t *text, size_t length, uint8_t *out) {
    const uint8_t *p = text, *end = text + length;
    while (p < end && is_blank(*p)) ++p;
    while (p < end && is_blank(end[-1])) --end;
    uint8_t *to = out;
    if (p < end && (*p == '-' || *p == '+')) {
        if (*p == '-') *to++ = '-';
        ++p;
    }
    const uint8_t *const whole = p, *const whole_end = digits_end(p, end);
    const uint8_t *part = whole_end, *part_end = whole_end;
    p = whole_end;
    if (p < end && *p == '.') {
        part = p + 1;
        p = part_end = digits_end(part, end);
    }
    if (whole == whole_end && part == part_end) return 0;
    const uint8_t *first = whole;
    while (first + 1 < whole_end && *first == '0') ++first;
    if (first == whole_end) *to++ = '0';
    to = copy(first, whole_end, to);
    if (part != part_end) {
        *to++ = '.';
        to = copy(part, part_end, to);
    }
    if (p < end) {
        const uint8_t *const exponent = p;
        if (*p != 'e' && *p != 'E') return 0;
        ++p;
        if (p < end && (*p == '-' || *p == '+')) ++p;
        if (p == end || digits_end(p, end) != end) return 0;
        to = copy(exponent, end, to);
    }
    return size_t(to - out);
}

int row_parse_decimal(const uint8_t *text, size_t length, double *value) {
    while (length > 0 && is_blank(text[length - 1])) --length;
    while (length > 0 && is_blank(*text)) {
        ++text;
        --length;
    }
    if (length == 0) return ROW_MISSING;
    const int result = row_parse_number(text, length, value);
    if (result != ROW_NOT_NUMBER) return result;
    uint8_t small[128];
    if (length + 2 <= sizeof small) {
        const size_t spelled = row_spell_decimal(text, length, small);
        return spelled == 0 ? result : row_parse_number(small, spelled, value);
    }
    uint8_t *large = new (std::nothrow) uint8_t[length + 2];
    if (large == nullptr) return result;
    const size_t spelled = row_spell_decimal(text, length, large);
    const int slow = spelled == 0 ? result : row_parse_number(large, spelled, value);
    delete[] large;
    return slow;
}
