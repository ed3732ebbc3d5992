#include <algorithm>
#include <iterator>
#include <new>

#include "Errors.h"
#include "Needed.h"
#include "Parser.h"
#include "RoleVisitor.h"

namespace rows {
namespace {

/// Rows that the first stage takes at once: what fits in a core's own cache with its tokens.
constexpr size_t batch_size = 192 << 10;

/// Rows of unknown layouts that are tokenised each for itself before many are at once.
constexpr size_t few_strangers = 8;

/// Fills the parser's columns from one text.
class RowLoader {
public:
    RowLoader(json_parser &parser, const uint8_t *text, size_t length, size_t row_limit)
        : parser_(parser), text_(text), length_(length), row_limit_(row_limit) {}

    size_t lines = 0;
    size_t text_scores = 0;
    size_t empty_texts = 0;
    size_t non_finite_rows = 0;

    bool run() {
        // Rows in a row that no known layout fits.
        size_t strangers = 0;
        for (size_t at = 0; at < length_;) {
            at = behind_mark(at);
            RoleValues values;
            size_t stop = 0;
            if (parser_.shapes.match(text_, at, length_, values, stop)) {
                take(values, at, stop);
                strangers = 0;
                at = stop + 1;
                continue;
            }
            // One by one while the next one may be known again; else many at once, which is cheaper.
            const size_t end = strangers < few_strangers ? std::min(line_end(at) + 1, length_) : batch_end(at);
            if (!batch(at, end)) return false;
            ++strangers;
            at = end;
        }
        return true;
    }

private:
    /// Where the batch that starts at `at` ends: behind a line end, or with the text.
    size_t batch_end(size_t at) const {
        if (length_ - at <= batch_size) return length_;
        for (size_t end = at + batch_size; end > at; --end) {
            if (text_[end - 1] == '\n') return end;
        }
        return line_end(at + batch_size) + 1 < length_ ? line_end(at + batch_size) + 1 : length_;
    }

    size_t line_end(size_t at) const {
        const void *found = memchr(text_ + at, '\n', length_ - at);
        return found == nullptr ? length_ : size_t(static_cast<const uint8_t *>(found) - text_);
    }

    // Files that were joined by `cat` have byte order marks in the midst of the text; the row begins behind one.
    size_t behind_mark(size_t at) const {
        const bool is_mark = length_ - at >= 3 && text_[at] == 0xEF && text_[at + 1] == 0xBB && text_[at + 2] == 0xBF;
        return is_mark ? at + 3 : at;
    }

    bool batch(size_t start, size_t end) {
        const int state = parser_.stage.run(text_ + start, end - start);
        if (state == JSON_NO_MEMORY) return false;
        if (state == JSON_BLANK) {
            for (size_t at = start; at < end; ++lines) at = std::min(line_end(at), end) + 1;
            return true;
        }
        // One bad row spoils the tokens of all: a string that never ends runs on, and UTF-8 is judged as a whole.
        const bool together = state == JSON_FINE;
        if (together) {
            Tokens tokens{text_ + start, parser_.stage.tokens(), 0};
            for (size_t at = start; at < end; ++lines) {
                const size_t stop = std::min(line_end(at), end);
                at = behind_mark(at);
                while (*tokens.next < at - start) ++tokens.next;
                tokens.end = uint32_t(stop - start);
                walk(tokens, at, stop);
                while (*tokens.next < tokens.end) ++tokens.next;
                at = stop + 1;
            }
            return true;
        }
        for (size_t at = start; at < end; ++lines) {
            const size_t stop = std::min(line_end(at), end);
            at = behind_mark(at);
            const int alone = stop - at > row_limit_ ? int(JSON_TOO_LONG) : parser_.stage.run(text_ + at, stop - at);
            if (alone == JSON_NO_MEMORY) return false;
            if (alone == JSON_FINE) {
                Tokens tokens{text_ + at, parser_.stage.tokens(), uint32_t(stop - at)};
                walk(tokens, at, stop);
            } else if (alone != JSON_BLANK) {
                refuse(at, stop, Problem{alone});
            }
            at = stop + 1;
        }
        return true;
    }

    /// Notes a bad row, and the text in it that is no number where that is what is wrong.
    void refuse(size_t start, size_t stop, Problem problem, size_t part_start = 0, size_t part_length = 0) {
        json_bad_row row{};
        row.start = start;
        row.length = stop - start;
        row.line = uint32_t(lines);
        row.problem = uint8_t(problem.kind);
        row.role = uint8_t(problem.role);
        row.detail = uint8_t(problem.detail);
        row.speakers = uint8_t(problem.speakers);
        row.part_start = part_start;
        row.part_length = uint32_t(part_length);
        if (problem.kind == JSON_NOT_JSON || problem.kind == JSON_CARRIED_NAN) find_place(row);
        parser_.bad.push_back(row);
    }

    /// Looks for the place that spoils a row: only such a row is gone over twice.
    void find_place(json_bad_row &row) const {
        const uint8_t *text = text_ + row.start;
        const RowError error = row_error(text, row.length, row.problem == JSON_NOT_JSON);
        row.column = uint32_t(characters(text, error.at) + 1);
        row.part_start = row.start + error.key_start;
        row.part_length = uint32_t(error.key_length);
        if (row.problem == JSON_CARRIED_NAN) row.detail = uint8_t(error.non_finite);
    }

    /// Takes a line of a known layout.
    void take(const RoleValues &values, size_t at, size_t stop) {
        const double scores[] = {values.of[JSON_ROLE_SAFETY].number, values.of[JSON_ROLE_HELPFULNESS].number};
        if (stop - at > row_limit_) refuse(at, stop, Problem{JSON_TOO_LONG});
        else keep(values, text_, at, stop, scores);
        ++lines;
    }

    /// Takes a line whose layout is not known.
    void walk(Tokens &tokens, size_t start, size_t stop) {
        const RowTokens row{tokens.text, tokens.next};
        RoleVisitor found(parser_.paths, tokens.text, parser_.scratch, parser_.turns, parser_.takes_non_finite);
        Walk<RoleVisitor> walk(tokens, found, &parser_.repeats);
        const int state = walk.run();
        if (state == JSON_BLANK) return;
        if (stop - start > row_limit_) return refuse(start, stop, Problem{JSON_TOO_LONG});
        if (state != JSON_FINE) return refuse(start, stop, Problem{state});

        double scores[2];
        size_t from_text = 0;
        Problem problem = Needed(found, parser_.paths, parser_.turns).problem();
        for (int role = JSON_ROLE_SAFETY; role <= JSON_ROLE_HELPFULNESS && problem.kind == JSON_FINE; ++role) {
            problem = score(found.values.of[role], tokens.text, role, scores[role - JSON_ROLE_SAFETY], from_text);
        }
        if (problem.kind != JSON_FINE) {
            const Value &value = found.values.of[problem.role];
            const bool is_text = problem.kind == JSON_NOT_NUMBER && value.kind == Kind::string;
            if (!is_text) return refuse(start, stop, problem);
            return refuse(start, stop, problem, size_t(tokens.text - text_) + value.start, value.end - value.start);
        }

        walk.tell_troubles(found.values);
        non_finite_rows += found.has_non_finite;
        text_scores += from_text;
        keep(found.values, tokens.text, start, stop, scores);
        parser_.shapes.learn(row, tokens.end, found.values, parser_.turns.fixed);
    }

    void keep(const RoleValues &values, const uint8_t *text, size_t start, size_t stop, const double scores[2]) {
        parser_.safety.push_back(scores[0]);
        parser_.helpfulness.push_back(scores[1]);
        parser_.row_start.push_back(uint32_t(start));
        parser_.row_length.push_back(uint32_t(stop - start));
        if (parser_.keeps_places) note_places(values.of[JSON_ROLE_PROMPT], values.of[JSON_ROLE_RESPONSE], text);
        empty_texts += is_empty(values.of[JSON_ROLE_PROMPT]) || is_empty(values.of[JSON_ROLE_RESPONSE]);
        note_id(values.of[JSON_ROLE_ID], text);
        for (unsigned mask = values.troubles; mask != 0; mask &= mask - 1) ++parser_.troubles[__builtin_ctz(mask)];
    }

    void note_places(const Value &prompt, const Value &response, const uint8_t *text) {
        const uint32_t base = uint32_t(text - text_);
        parser_.places.push_back(
            json_row_places{base + prompt.start, prompt.end - prompt.start, base + response.start,
                            response.end - response.start, prompt.has_escapes, response.has_escapes});
    }

    static bool is_empty(const Value &value) { return value.start == value.end; }

    /// Reads a score that is there.
    Problem score(const Value &value, const uint8_t *text, int role, double &out, size_t &from_text) {
        const uint8_t *start = text + value.start;
        size_t length = value.end - value.start;
        switch (value.kind) {
            case Kind::number: out = value.number; return Problem{};
            case Kind::not_a_number: return Problem{JSON_NAN, role};
            case Kind::infinite: return Problem{JSON_INFINITE, role};
            case Kind::string: break;
            default: return Problem{JSON_NOT_NUMBER, role, found_kind(value.kind)};
        }
        if (value.has_escapes) {
            parser_.scratch.resize(length);
            uint8_t *decoded = reinterpret_cast<uint8_t *>(&parser_.scratch[0]);
            length = unescape(start, length, decoded);
            start = decoded;
        }
        ++from_text;
        return Problem{json_parse_decimal(start, length, &out), role, JSON_FOUND_TEXT};
    }

    void note_id(const Value &value, const uint8_t *text) {
        const size_t length = value.end - value.start;
        if (length == 0 || (value.kind != Kind::string && value.kind != Kind::number)) return;
        const uint8_t *start = text + value.start;
        if (!value.has_escapes) {
            parser_.id_hash.push_back(json_hash(start, length));
            return;
        }
        parser_.scratch.resize(length);
        uint8_t *decoded = reinterpret_cast<uint8_t *>(&parser_.scratch[0]);
        parser_.id_hash.push_back(json_hash(decoded, unescape(start, length, decoded)));
    }

    json_parser &parser_;
    const uint8_t *text_;
    size_t length_;
    size_t row_limit_;
};

}  // namespace
}  // namespace rows

json_parser *json_parser_create(void) { return new (std::nothrow) json_parser(); }

void json_parser_destroy(json_parser *parser) { delete parser; }

bool json_parser_set_path(json_parser *parser, int role, const json_bytes *keys, size_t count) {
    try {
        parser->paths.add(role, keys, count);
        parser->shapes.forget();
        return true;
    } catch (const std::bad_alloc &) {
        return false;
    }
}

void json_parser_take_non_finite(json_parser *parser, bool takes) { parser->takes_non_finite = takes; }

void json_parser_keep_places(json_parser *parser, bool keeps) { parser->keeps_places = keeps; }

size_t json_unescape(const uint8_t *text, size_t length, uint8_t *out) { return rows::unescape(text, length, out); }

bool json_is_utf8(const uint8_t *text, size_t length) {
    return simdjson::validate_utf8(reinterpret_cast<const char *>(text), length);
}

bool json_parse_rows(
    json_parser *parser, const uint8_t *text, size_t length, size_t row_limit, json_columns *columns) {
    parser->safety.clear();
    parser->helpfulness.clear();
    parser->row_start.clear();
    parser->row_length.clear();
    parser->places.clear();
    parser->id_hash.clear();
    parser->bad.clear();
    std::fill(std::begin(parser->troubles), std::end(parser->troubles), 0);
    try {
        rows::RowLoader loader(*parser, text, length, row_limit);
        if (!loader.run()) return false;
        parser->stage.shrink();
        parser->repeats.shrink();
        *columns = json_columns{
            parser->safety.size(), parser->safety.data(), parser->helpfulness.data(), parser->row_start.data(),
            parser->row_length.data(), parser->keeps_places ? parser->places.data() : nullptr, parser->id_hash.size(), parser->id_hash.data(), parser->bad.size(),
            parser->bad.data(), loader.lines, loader.text_scores, loader.empty_texts, loader.non_finite_rows,
            parser->troubles};
        return true;
    } catch (const std::bad_alloc &) {
        return false;
    }
}
