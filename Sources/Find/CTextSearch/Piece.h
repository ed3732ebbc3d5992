#ifndef CTEXTSEARCH_PIECE_H
#define CTEXTSEARCH_PIECE_H

#include <cstdint>
#include <string>
#include <vector>

namespace search {

/// Some bytes that stand in the source of every match, each in one of two spellings.
///
/// A letter whose case is ignored has two, everything else has the same one twice. What has more, as k with the Kelvin
/// sign, is either told apart (`has_k`, `has_s`) or ends the piece.
struct Piece {
    std::vector<uint8_t> first, second;
    /// The UTF-16 units that an escape spells the characters of this piece by, in any case.
    std::vector<uint16_t> units;
    /// Case is ignored and there is a k, which the Kelvin sign (U+212A) equals then.
    bool has_k = false;
    /// Likewise an s, which the long s (U+017F) equals.
    bool has_s = false;

    size_t size() const { return first.size(); }
    /// How rarely one may expect it, in bits.
    double rarity() const;
    bool stands_at(const uint8_t *text) const {
        for (size_t i = 0; i < first.size(); ++i) {
            if (text[i] != first[i] && text[i] != second[i]) return false;
        }
        return true;
    }
};

/// The rarest piece of a text that stands in a source as it is: free of what JSON or CSV write in another way. Empty where
/// there is none.
Piece best_piece(const std::string &text, bool ignores_case);

/// All of a text, whatever is in it; empty where its letters have spellings that do not fit a piece.
Piece whole_piece(const std::string &text, bool ignores_case);

/// How rare a byte is in prose, in bits.
double byte_rarity(uint8_t byte);

}  // namespace search

#endif
