#include "RequiredPieces.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>

namespace search {
namespace {

/// More texts than this are not worth looking for.
constexpr size_t atom_limit = 128;
constexpr size_t piece_limit = 32;

/// Whether a text could match that holds none of some atoms, and all the others.
bool could_match_without(const re2::FilteredRE2 &filter, const std::vector<bool> &missing) {
    std::vector<int> found, potentials;
    for (size_t i = 0; i < missing.size(); ++i) {
        if (!missing[i]) found.push_back(int(i));
    }
    filter.AllPotentials(found, &potentials);
    return !potentials.empty();
}

}  // namespace

std::vector<Piece> required_pieces(const std::string &expression, const re2::RE2::Options &options) {
    re2::FilteredRE2 filter(1);
    int id = 0;
    if (filter.Add(expression, options, &id) != re2::RE2::NoError) return {};
    std::vector<std::string> atoms;
    filter.Compile(&atoms);
    if (atoms.empty() || atoms.size() > atom_limit) return {};

    std::vector<Piece> pieces;
    for (const std::string &atom : atoms) pieces.push_back(best_piece(atom, true));

    // Without any of the atoms nothing matches. Those that can be spared are dropped, the commonest first, so that the
    // few rarest are left of which a match needs one.
    std::vector<bool> needed(atoms.size(), true);
    if (could_match_without(filter, needed)) return {};
    std::vector<size_t> order(atoms.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return pieces[a].rarity() < pieces[b].rarity(); });
    for (size_t atom : order) {
        needed[atom] = false;
        if (could_match_without(filter, needed)) needed[atom] = true;
    }

    std::vector<Piece> result;
    for (size_t i = 0; i < atoms.size(); ++i) {
        if (!needed[i]) continue;
        if (pieces[i].size() == 0) return {};
        result.push_back(std::move(pieces[i]));
    }
    if (result.size() > piece_limit) return {};
    return result;
}

}  // namespace search
