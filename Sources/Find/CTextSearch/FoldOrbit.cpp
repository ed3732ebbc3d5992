#include "FoldOrbit.h"

#include <re2/re2.h>

#include "Scalars.h"

namespace search {
namespace {

/// Every character of the scripts that have case. RE2 does not show its tables, but it can be asked by matching these.
const std::string &cased_scripts() {
    static const std::string text = [] {
        std::string text;
        const uint32_t ranges[][2] = {
            {0x41, 0x5B}, {0x61, 0x7B}, {0x80, 0x3000}, {0xA000, 0xAC00}, {0xF900, 0x20000}};
        for (const auto &range : ranges) {
            for (uint32_t c = range[0]; c < range[1]; ++c) append_scalar(text, c);
        }
        return text;
    }();
    return text;
}

bool has_no_case(uint32_t c) { return (c >= 0x3000 && c < 0xA000) || (c >= 0xAC00 && c < 0xF900) || c >= 0x20000; }

}  // namespace

std::vector<uint32_t> fold_orbit(uint32_t c) {
    std::vector<uint32_t> orbit;
    if (!has_no_case(c)) {
        std::string spelling;
        append_scalar(spelling, c);
        re2::RE2::Options options;
        options.set_literal(true);
        options.set_case_sensitive(false);
        options.set_log_errors(false);
        const re2::RE2 expression(spelling, options);
        const std::string &text = cased_scripts();
        re2::StringPiece match;
        size_t at = 0;
        while (expression.Match(text, at, text.size(), re2::RE2::UNANCHORED, &match, 1) && !match.empty()) {
            at = size_t(match.data() - text.data());
            orbit.push_back(next_scalar(text, at));
        }
    }
    if (orbit.empty()) orbit.push_back(c);
    return orbit;
}

}  // namespace search
