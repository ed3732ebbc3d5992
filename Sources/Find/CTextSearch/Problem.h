#ifndef CTEXTSEARCH_PROBLEM_H
#define CTEXTSEARCH_PROBLEM_H

#include <re2/re2.h>

#include <string>

#include "CTextSearch.h"

namespace search {

/// What RE2 found wrong with a regular expression, and where.
///
/// - `prefix`: what stood before `pattern` in what RE2 was given.
text_problem problem_of(
    const re2::RE2 &refused, const std::string &prefix, const std::string &pattern, const re2::RE2::Options &options);

}  // namespace search

#endif
