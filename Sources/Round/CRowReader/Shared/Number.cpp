#include "Number.h"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <locale.h>
#include <string>
#include <strings.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif
#include <charconv>

#include "CRowReader.h"

namespace rows {
namespace {

bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

/// What the digits of a number come to, before they are rounded to a double.
struct Decimal {
    uint64_t digits = 0;  // the significant ones, as an integer; meaningless past 19 of them
    int count = 0;        // how many significant digits there are
    int64_t exponent = 0; // of ten
    bool negative = false;
};

/// Reads JSON's grammar strictly; false where the whole text is no number.
bool scan(const uint8_t *p, size_t length, Decimal &out) noexcept {
    const uint8_t *end = p + length;
    if (p < end && *p == '-') {
        out.negative = true;
        ++p;
    }
    if (p == end || !is_digit(*p)) return false;
    if (*p == '0') {
        ++p;
        if (p < end && is_digit(*p)) return false;
    } else {
        for (; p < end && is_digit(*p); ++p) {
            out.digits = out.digits * 10 + (*p - '0');
            ++out.count;
        }
    }
    if (p < end && *p == '.') {
        ++p;
        const uint8_t *first = p;
        for (; p < end && is_digit(*p); ++p) {
            out.digits = out.digits * 10 + (*p - '0');
            if (out.count > 0 || *p != '0') ++out.count;
        }
        if (p == first) return false;
        out.exponent = -(p - first);
    }
    if (p < end && (*p == 'e' || *p == 'E')) {
        ++p;
        bool below = false;
        if (p < end && (*p == '+' || *p == '-')) {
            below = *p == '-';
            ++p;
        }
        if (p == end || !is_digit(*p)) return false;
        int64_t exponent = 0;
        for (; p < end && is_digit(*p); ++p) {
            if (exponent < 1'000'000'000) exponent = exponent * 10 + (*p - '0');
        }
        out.exponent += below ? -exponent : exponent;
    }
    return p == end;
}

locale_t c_locale() noexcept {
    static const locale_t locale = newlocale(LC_ALL_MASK, "C", nullptr);
    return locale;
}

/// The correctly rounded double of a text that is known to be a number; infinity where it is too large.
double round_slowly(const uint8_t *text, size_t length) noexcept {
    const char *chars = reinterpret_cast<const char *>(text);
#if defined(__cpp_lib_to_chars)
    double value = 0;
    // Out of range says nothing of the direction, so that case goes the long way.
    if (std::from_chars(chars, chars + length, value).ec == std::errc()) return value;
#endif
    char small[128];
    if (length < sizeof small) {
        memcpy(small, chars, length);
        small[length] = 0;
        return strtod_l(small, nullptr, c_locale());
    }
    char *copy = static_cast<char *>(malloc(length + 1));
    if (copy == nullptr) return NAN;
    memcpy(copy, chars, length);
    copy[length] = 0;
    double slow = strtod_l(copy, nullptr, c_locale());
    free(copy);
    return slow;
}

/// Whether 64 bits do not hold the digits before a point, which readers of integers go by.
bool is_long(const uint8_t *text, size_t length) noexcept {
    const bool is_negative = *text == '-';
    const char *limit = is_negative ? "9223372036854775808" : "18446744073709551615";
    const uint8_t *first = text + is_negative;
    const uint8_t *p = first;
    while (p < text + length && is_digit(*p)) ++p;
    const size_t count = size_t(p - first), most = strlen(limit);
    return count > most || (count == most && memcmp(first, limit, most) > 0);
}

/// Few numbers have as many digits or as large an exponent that there is anything to look at.
bool may_trouble(const Decimal &decimal) noexcept { return decimal.count > 18 || decimal.exponent > 280; }

uint16_t troubles_of(const uint8_t *text, size_t length, const Decimal &decimal) noexcept {
    unsigned troubles = is_long(text, length) ? 1u << ROW_TROUBLE_LONG_INTEGER : 0;
    const bool may_be_huge = decimal.count > 0 && decimal.count + decimal.exponent > 308;
    if (may_be_huge && !std::isfinite(round_slowly(text, length))) troubles |= 1u << ROW_TROUBLE_HUGE_NUMBER;
    return uint16_t(troubles);
}

}  // namespace

int parse_number(const uint8_t *text, size_t length, double &value, uint16_t &troubles) noexcept {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    Decimal decimal;
    if (!scan(text, length, decimal)) return ROW_NOT_NUMBER;
    // Both sides exact in a double, so one rounding gives the nearest one.
    if (decimal.count <= 19 && decimal.digits <= (uint64_t(1) << 53) && decimal.exponent >= -22 &&
        decimal.exponent <= 22) {
        double digits = double(decimal.digits);
        digits = decimal.exponent < 0 ? digits / powers[-decimal.exponent] : digits * powers[decimal.exponent];
        value = decimal.negative ? -digits : digits;
        return ROW_FINE;
    }
    if (may_trouble(decimal)) troubles = uint16_t(troubles | troubles_of(text, length, decimal));
    value = round_slowly(text, length);
    return std::isfinite(value) ? ROW_FINE : ROW_INFINITE;
}

bool is_number(const uint8_t *text, size_t length, uint16_t &troubles) noexcept {
    Decimal decimal;
    if (!scan(text, length, decimal)) return false;
    if (may_trouble(decimal)) troubles = uint16_t(troubles | troubles_of(text, length, decimal));
    return true;
}

int non_finite(const uint8_t *text, size_t length) noexcept {
    const char *p = reinterpret_cast<const char *>(text);
    size_t n = length;
    if (n > 0 && (*p == '-' || *p == '+')) {
        ++p;
        --n;
    }
    if (n == 3 && strncasecmp(p, "nan", 3) == 0) return ROW_NAN;
    if (n == 3 && strncasecmp(p, "inf", 3) == 0) return ROW_INFINITE;
    if (n == 8 && strncasecmp(p, "infinity", 8) == 0) return ROW_INFINITE;
    return ROW_NOT_NUMBER;
}

}  // namespace rows

int row_parse_number(const uint8_t *text, size_t length, double *value) {
    uint16_t ignored = 0;
    int result = rows::parse_number(text, length, *value, ignored);
    return result == ROW_NOT_NUMBER ? rows::non_finite(text, length) : result;
}
