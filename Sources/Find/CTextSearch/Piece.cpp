#include "Piece.h"

#include <cmath>

#include "FoldOrbit.h"
#include "Scalars.h"

namespace search {
namespace {

bool is_letter(uint32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// Whether a source may write a character other than as itself or by `\u`.
bool has_other_spelling(uint32_t c) { return c < 0x20 || c == '"' || c == '\\' || c == '/'; }

void add_units(Piece &piece, uint32_t c) {
    if (c < 0x10000) {
        piece.units.push_back(uint16_t(c));
    } else {
        piece.units.push_back(uint16_t(0xD7C0 + (c >> 10)));
        piece.units.push_back(uint16_t(0xDC00 + (c & 0x3FF)));
    }
}

/// Adds one character; false where it does not fit, which leaves the piece as it was.
bool add(Piece &piece, uint32_t c, bool ignores_case) {
    uint32_t other = c;
    if (ignores_case && c < 0x80) {
        if (is_letter(c)) other = c ^ 0x20;
        const uint32_t lower = is_letter(c) ? c | 0x20 : c;
        if (lower == 'k') piece.has_k = true, piece.units.push_back(0x212A);
        if (lower == 's') piece.has_s = true, piece.units.push_back(0x017F);
    } else if (ignores_case) {
        const std::vector<uint32_t> orbit = fold_orbit(c);
        if (orbit.size() > 2) return false;
        for (uint32_t member : orbit) {
            if (member != c) other = member;
        }
    }
    std::string spelling, other_spelling;
    append_scalar(spelling, c);
    append_scalar(other_spelling, other);
    if (spelling.size() != other_spelling.size()) return false;
    for (size_t i = 0; i < spelling.size(); ++i) {
        piece.first.push_back(uint8_t(spelling[i]));
        piece.second.push_back(uint8_t(other_spelling[i]));
    }
    add_units(piece, c);
    if (other != c) add_units(piece, other);
    return true;
}

}  // namespace

double byte_rarity(uint8_t byte) {
    // Letters of English prose from the commonest on; digits and most signs lie about where its rare letters do.
    static const char letters[] = "etaoinshrdlucmfwypvbgkqjxz";
    static const double *const table = [] {
        static double bits[256];
        for (int i = 0; i < 256; ++i) bits[i] = i >= 0x80 ? 6 : 7;
        for (int i = 0; i < 26; ++i) {
            bits[int(letters[i])] = 3 + 7.0 * i / 26;
            bits[int(letters[i]) - 32] = 6 + 4.0 * i / 26;
        }
        bits[int(' ')] = 2.5;
        bits[int('"')] = bits[int('\\')] = bits[int(':')] = bits[int(',')] = bits[int('0')] = 4.5;
        bits[0xE2] = bits[0x80] = 5;
        return static_cast<const double *>(bits);
    }();
    return table[byte];
}

double Piece::rarity() const {
    double bits = 0;
    for (size_t i = 0; i < first.size(); ++i) {
        const double one = byte_rarity(first[i]), two = byte_rarity(second[i]);
        bits += one < two ? one : two;
    }
    return bits;
}

Piece best_piece(const std::string &text, bool ignores_case) {
    Piece best, current;
    const auto end_piece = [&] {
        if (current.rarity() > best.rarity()) best = current;
        current = Piece();
    };
    for (size_t at = 0; at < text.size();) {
        const uint32_t c = next_scalar(text, at);
        if (has_other_spelling(c) || !add(current, c, ignores_case)) end_piece();
    }
    end_piece();
    return best;
}

Piece whole_piece(const std::string &text, bool ignores_case) {
    Piece piece;
    for (size_t at = 0; at < text.size();) {
        const uint32_t c = next_scalar(text, at);
        // Two spellings of several bytes could mix.
        if (ignores_case && c >= 0x80) return Piece();
        add(piece, c, ignores_case);
    }
    return piece;
}

}  // namespace search
