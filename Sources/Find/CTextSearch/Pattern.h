#ifndef CTEXTSEARCH_PATTERN_H
#define CTEXTSEARCH_PATTERN_H

#include <re2/re2.h>

#include <memory>
#include <string>

#include "CTextSearch.h"
#include "Scanner.h"

struct text_pattern {
    /// What RE2 is given.
    std::string expression;
    re2::RE2::Options options;
    /// Shared by all threads; each thread that searches much has its own, since they wait for each other here.
    std::unique_ptr<re2::RE2> shared;
    /// Finds rows that could match by their source; nothing where any could.
    std::unique_ptr<search::Scanner> source;
    /// Finds the whole pattern in a decoded text, where it is a plain text that needs no RE2.
    std::unique_ptr<search::Scanner> whole;
};

struct text_finder {
    const text_pattern &pattern;
    re2::RE2 expression;

    explicit text_finder(const text_pattern &pattern)
        : pattern(pattern), expression(pattern.expression, pattern.options) {}
};

#endif
