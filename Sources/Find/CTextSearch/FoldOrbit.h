#ifndef CTEXTSEARCH_FOLDORBIT_H
#define CTEXTSEARCH_FOLDORBIT_H

#include <cstdint>
#include <vector>

namespace search {

/// All characters that equal `c` where case is ignored, `c` among them: by RE2's own tables, since it is RE2 that decides.
std::vector<uint32_t> fold_orbit(uint32_t c);

}  // namespace search

#endif
