#include "Problem.h"

#include <vector>

namespace search {
namespace {

int kind_of(re2::RE2::ErrorCode code) {
    switch (code) {
        case re2::RE2::ErrorBadEscape: return TEXT_BAD_ESCAPE;
        case re2::RE2::ErrorBadCharClass: return TEXT_BAD_CLASS;
        case re2::RE2::ErrorBadCharRange: return TEXT_BAD_RANGE;
        case re2::RE2::ErrorMissingBracket: return TEXT_MISSING_BRACKET;
        case re2::RE2::ErrorMissingParen: return TEXT_MISSING_PAREN;
        case re2::RE2::ErrorUnexpectedParen: return TEXT_UNEXPECTED_PAREN;
        case re2::RE2::ErrorTrailingBackslash: return TEXT_TRAILING_BACKSLASH;
        case re2::RE2::ErrorRepeatArgument: return TEXT_NOTHING_TO_REPEAT;
        case re2::RE2::ErrorRepeatSize: return TEXT_BAD_REPEAT_COUNT;
        case re2::RE2::ErrorRepeatOp: return TEXT_REPEAT_OF_REPEAT;
        case re2::RE2::ErrorBadPerlOp: return TEXT_BAD_GROUP;
        case re2::RE2::ErrorBadNamedCapture: return TEXT_BAD_GROUP_NAME;
        case re2::RE2::ErrorBadUTF8: return TEXT_NOT_UTF8;
        default: return TEXT_TOO_LARGE;
    }
}

/// The parenthesis that has no other half; the pattern's end where there is none. RE2 does not say which it is.
size_t lonely_parenthesis(const std::string &pattern, bool closing) {
    std::vector<size_t> open;
    for (size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '\\') {
            const bool quotes = i + 1 < pattern.size() && pattern[i + 1] == 'Q';
            const size_t end = quotes ? pattern.find("\\E", i) : std::string::npos;
            if (quotes && end == std::string::npos) break;
            i = quotes ? end + 1 : i + 1;
        } else if (c == '[') {
            // The first `]` of a class is one of its characters.
            size_t end = i + 1;
            if (end < pattern.size() && pattern[end] == '^') ++end;
            if (end < pattern.size() && pattern[end] == ']') ++end;
            while (end < pattern.size() && pattern[end] != ']') {
                if (pattern.compare(end, 2, "[:") == 0) {
                    const size_t name = pattern.find(":]", end);
                    if (name != std::string::npos) end = name + 1;
                } else if (pattern[end] == '\\') {
                    ++end;
                }
                ++end;
            }
            i = end;
        } else if (c == '(') {
            open.push_back(i);
        } else if (c == ')') {
            if (open.empty()) {
                if (closing) return i;
            } else {
                open.pop_back();
            }
        }
    }
    return open.empty() || closing ? pattern.size() : open.back();
}

/// Where the part that RE2 complains of stands: where the pattern, cut behind it, is refused for the same reason.
size_t place_of(
    const std::string &part, re2::RE2::ErrorCode code, const std::string &prefix, const std::string &pattern,
    const re2::RE2::Options &options) {
    int tries = 64;
    for (size_t at = pattern.find(part); at != std::string::npos && tries > 0; at = pattern.find(part, at + 1), --tries) {
        const re2::RE2 cut(prefix + pattern.substr(0, at + part.size()), options);
        if (cut.error_code() == code && cut.error_arg() == part) return at;
    }
    const size_t first = pattern.find(part);
    return first == std::string::npos ? 0 : first;
}

}  // namespace

text_problem problem_of(
    const re2::RE2 &refused, const std::string &prefix, const std::string &pattern, const re2::RE2::Options &options) {
    int kind = kind_of(refused.error_code());
    const std::string &part = refused.error_arg();
    // RE2 says of a class that it does not know that its range is wrong.
    const bool is_named = part.compare(0, 2, "[:") == 0 || part.compare(0, 2, "\\p") == 0 || part.compare(0, 2, "\\P") == 0;
    if (kind == TEXT_BAD_RANGE && is_named) kind = TEXT_BAD_CLASS;
    switch (kind) {
        case TEXT_TOO_LARGE:
        case TEXT_NOT_UTF8: return text_problem{kind, 0, pattern.size()};
        case TEXT_TRAILING_BACKSLASH: return text_problem{kind, pattern.size() - 1, 1};
        case TEXT_MISSING_PAREN:
            if (lonely_parenthesis(pattern, false) < pattern.size()) {
                return text_problem{kind, lonely_parenthesis(pattern, false), 1};
            }
            return text_problem{TEXT_UNEXPECTED_PAREN, lonely_parenthesis(pattern, true), 1};
        case TEXT_UNEXPECTED_PAREN: return text_problem{kind, lonely_parenthesis(pattern, true), 1};
        default: break;
    }
    return text_problem{kind, place_of(part, refused.error_code(), prefix, pattern, options), part.size()};
}

}  // namespace search
