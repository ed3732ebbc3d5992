#include "Pattern.h"

#include <new>

#include "Problem.h"
#include "RequiredPieces.h"

namespace {

/// What the automaton of one thread may take. It is filled as states are met; when it is full it is begun anew.
constexpr int64_t memory_limit = 32 << 20;
/// Instructions of a compiled expression. A text is searched in time linear in its length times these at worst.
constexpr int program_limit = 20000;

text_pattern *refuse(text_problem *problem, text_problem found) {
    *problem = found;
    return nullptr;
}

text_pattern *create(const std::string &text, int flags, text_problem *problem) {
    const bool is_regex = flags & TEXT_IS_REGEX, ignores_case = flags & TEXT_IGNORES_CASE;
    if (text.empty()) return refuse(problem, {TEXT_EMPTY, 0, 0});
    if (text.size() > TEXT_PATTERN_LIMIT) return refuse(problem, {TEXT_TOO_LONG, 0, text.size()});

    std::unique_ptr<text_pattern> pattern(new text_pattern);
    pattern->options.set_literal(!is_regex);
    pattern->options.set_case_sensitive(!ignores_case);
    pattern->options.set_never_capture(true);
    pattern->options.set_log_errors(false);
    pattern->options.set_max_mem(memory_limit);
    const std::string prefix = is_regex ? "(?m)" : "";
    pattern->expression = prefix + text;
    pattern->shared.reset(new re2::RE2(pattern->expression, pattern->options));
    if (!pattern->shared->ok()) {
        return refuse(problem, search::problem_of(*pattern->shared, prefix, text, pattern->options));
    }
    if (pattern->shared->ProgramSize() > program_limit) return refuse(problem, {TEXT_TOO_LARGE, 0, text.size()});

    std::vector<search::Piece> pieces;
    if (is_regex) {
        pieces = search::required_pieces(pattern->expression, pattern->options);
    } else {
        search::Piece best = search::best_piece(text, ignores_case), whole = search::whole_piece(text, ignores_case);
        if (best.size() > 0) pieces.push_back(std::move(best));
        if (whole.size() > 0) {
            pattern->whole.reset(new search::Scanner);
            pattern->whole->add(std::move(whole));
        }
    }
    if (!pieces.empty()) {
        pattern->source.reset(new search::Scanner);
        for (search::Piece &piece : pieces) pattern->source->add(std::move(piece));
        pattern->source->add_escapes();
    }
    *problem = {TEXT_FINE, 0, 0};
    return pattern.release();
}

}  // namespace

text_pattern *text_pattern_create(const uint8_t *pattern, size_t length, int flags, text_problem *problem) {
    try {
        const std::string text(length > 0 ? reinterpret_cast<const char *>(pattern) : "", length);
        return create(text, flags, problem);
    } catch (const std::bad_alloc &) {
        return refuse(problem, {TEXT_NO_MEMORY, 0, 0});
    }
}

void text_pattern_destroy(text_pattern *pattern) { delete pattern; }

bool text_pattern_find(
    const text_pattern *pattern, const uint8_t *text, size_t length, size_t from, size_t *start, size_t *end) {
    if (from > length) return false;
    const re2::StringPiece whole(length > 0 ? reinterpret_cast<const char *>(text) : "", length);
    re2::StringPiece match;
    if (!pattern->shared->Match(whole, from, length, re2::RE2::UNANCHORED, &match, 1)) return false;
    *start = size_t(match.data() - whole.data());
    *end = *start + match.size();
    return true;
}

bool text_pattern_is_selective(const text_pattern *pattern) { return pattern->source != nullptr; }

size_t text_pattern_next_candidate(const text_pattern *pattern, const uint8_t *source, size_t length, size_t from) {
    if (pattern->source == nullptr) return from;
    size_t at = length;
    return pattern->source->next(source, length, from, at) == search::Scanner::Find::nothing ? length : at;
}

text_finder *text_finder_create(const text_pattern *pattern) {
    try {
        return new text_finder(*pattern);
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

void text_finder_destroy(text_finder *finder) { delete finder; }

bool text_finder_matches(text_finder *finder, const uint8_t *text, size_t length) {
    if (finder->pattern.whole != nullptr) {
        size_t at = 0;
        switch (finder->pattern.whole->next(text, length, 0, at)) {
            case search::Scanner::Find::nothing: return false;
            case search::Scanner::Find::piece: return true;
            default: break;  // a letter with a third spelling: RE2 knows them all
        }
    }
    const re2::StringPiece whole(length > 0 ? reinterpret_cast<const char *>(text) : "", length);
    return finder->expression.Match(whole, 0, length, re2::RE2::UNANCHORED, nullptr, 0);
}
