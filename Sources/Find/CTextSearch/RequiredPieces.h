#ifndef CTEXTSEARCH_REQUIREDPIECES_H
#define CTEXTSEARCH_REQUIREDPIECES_H

#include <re2/re2.h>

#include <string>
#include <vector>

#include "Piece.h"

namespace search {

/// Pieces of which one stands in every match of a regular expression; none where it asks for nothing of the kind.
std::vector<Piece> required_pieces(const std::string &expression, const re2::RE2::Options &options);

}  // namespace search

#endif
