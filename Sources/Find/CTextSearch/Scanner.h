#ifndef CTEXTSEARCH_SCANNER_H
#define CTEXTSEARCH_SCANNER_H

#include <cstddef>
#include <cstdint>
#include <vector>

#include "Piece.h"

namespace search {

/// Looks for several pieces at once, many bytes at a time.
///
/// Three bytes in a row, the rarest of each piece, are looked up in tables that say by one bit a group of pieces which
/// of them could stand there: two tables of 16 entries for each of the three, which the processor looks up for 32 bytes
/// at once. What passes is compared in full.
class Scanner {
public:
    enum class Find { nothing, piece, escape, fold };

    Scanner();

    /// Adds a piece, which is not empty.
    void add(Piece piece);
    /// Finds JSON escapes of the pieces' characters as well. To be called when all pieces are in.
    void add_escapes();

    /// What stands first at `from` or behind it, and where.
    Find next(const uint8_t *text, size_t length, size_t from, size_t &at) const {
        return scan_(*this, text, length, from, at);
    }

private:
    struct Place {
        Piece piece;
        /// Where in the piece the three bytes stand.
        size_t window;
    };

    static Find scan_plainly(const Scanner &, const uint8_t *text, size_t length, size_t from, size_t &at);
    static Find scan_by_32(const Scanner &, const uint8_t *text, size_t length, size_t from, size_t &at);

    void allow(int position, uint8_t byte, uint8_t group);
    void allow_any(int position, uint8_t group);
    uint8_t groups_at(const uint8_t *text, size_t length, size_t at) const;
    Find verify(const uint8_t *text, size_t length, size_t from, size_t at) const;
    bool escape_counts(const uint8_t *escape) const;

    alignas(32) uint8_t low_[3][16] = {};
    alignas(32) uint8_t high_[3][16] = {};
    /// The groups for which any byte will do, so that the text may end there.
    uint8_t any_[3] = {};
    std::vector<Place> groups_[8];
    size_t pieces_ = 0;
    /// A bit for each UTF-16 unit that an escape could spell a piece with.
    std::vector<uint8_t> units_;
    Find (*scan_)(const Scanner &, const uint8_t *, size_t, size_t, size_t &);
};

}  // namespace search

#endif
