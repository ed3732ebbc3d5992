#include <new>

#include "Parser.h"
#include "RoleVisitor.h"

namespace rows {
namespace {

/// Rows that the first stage takes at once: what fits in a core's own cache with its tokens.
constexpr size_t batch_size = 192 << 10;

struct Problem {
    int kind = JSON_FINE;
    int role = 0;
};

/// Fills the parser's columns from one text.
class RowLoader {
public:
    RowLoader(json_parser &parser, const uint8_t *text, size_t length, size_t row_limit)
        : parser_(parser), text_(text), length_(length), row_limit_(row_limit) {}

    size_t lines = 0;
    size_t text_scores = 0;
    size_t empty_texts = 0;

    bool run() {
        for (size_t at = 0; at < length_;) {
            const size_t end = batch_end(at);
            if (!batch(at, end)) return false;
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

    bool batch(size_t start, size_t end) {
        const int state = parser_.stage.run(text_ + start, end - start);
        if (state == JSON_NO_MEMORY) return false;
        // One bad row spoils the tokens of all: a string that never ends runs on, and UTF-8 is judged as a whole.
        const bool together = state == JSON_FINE;
        const uint32_t *tokens = together ? parser_.stage.tokens() : nullptr;
        for (size_t at = start; at < end;) {
            size_t stop = line_end(at);
            if (stop > end) stop = end;
            if (together) {
                Tokens row{text_ + start, tokens, uint32_t(stop - start)};
                take(row, at, stop);
                for (tokens = row.next; *tokens < row.end;) ++tokens;
            } else if (state != JSON_BLANK) {
                const int alone = stop - at > row_limit_ ? int(JSON_TOO_LONG) : parser_.stage.run(text_ + at, stop - at);
                if (alone == JSON_NO_MEMORY) return false;
                if (alone == JSON_FINE) {
                    Tokens row{text_ + at, parser_.stage.tokens(), uint32_t(stop - at)};
                    take(row, at, stop);
                } else if (alone != JSON_BLANK) {
                    refuse(at, stop, Problem{alone, 0});
                }
            }
            ++lines;
            at = stop + 1;
        }
        return true;
    }

    void refuse(size_t start, size_t stop, Problem problem) {
        parser_.bad.push_back(
            json_bad_row{start, stop - start, uint32_t(lines), uint8_t(problem.kind), uint8_t(problem.role)});
    }

    void take(Tokens &tokens, size_t start, size_t stop) {
        RoleVisitor found(parser_.paths, tokens.text, parser_.scratch);
        const int state = Walk<RoleVisitor>(tokens, found).run();
        if (state == JSON_BLANK) return;
        if (stop - start > row_limit_) return refuse(start, stop, Problem{JSON_TOO_LONG, 0});
        if (state != JSON_FINE) return refuse(start, stop, Problem{state, 0});

        double scores[2];
        size_t from_text = 0;
        Problem problem = text_problem(found, JSON_ROLE_PROMPT);
        if (problem.kind == JSON_FINE) problem = text_problem(found, JSON_ROLE_RESPONSE);
        for (int role = JSON_ROLE_SAFETY; role <= JSON_ROLE_HELPFULNESS && problem.kind == JSON_FINE; ++role) {
            problem = score(found, tokens.text, role, scores[role - JSON_ROLE_SAFETY], from_text);
        }
        if (problem.kind != JSON_FINE) return refuse(start, stop, problem);

        parser_.safety.push_back(scores[0]);
        parser_.helpfulness.push_back(scores[1]);
        parser_.row_start.push_back(uint32_t(start));
        parser_.row_length.push_back(uint32_t(stop - start));
        text_scores += from_text;
        empty_texts += is_empty(found.values[JSON_ROLE_PROMPT]) || is_empty(found.values[JSON_ROLE_RESPONSE]);
        note_id(found.values[JSON_ROLE_ID], tokens.text);
    }

    static bool is_empty(const Value &value) { return value.start == value.end; }

    /// What is wrong with a needed role before its value is looked at.
    static Problem presence(const RoleVisitor &found, int role) {
        if (found.repeated >> role & 1) return Problem{JSON_REPEATED, role};
        switch (found.values[role].kind) {
            case Kind::none: return Problem{JSON_MISSING, role};
            case Kind::null: return Problem{JSON_NULL, role};
            default: return Problem{};
        }
    }

    static Problem text_problem(const RoleVisitor &found, int role) {
        Problem problem = presence(found, role);
        if (problem.kind == JSON_FINE && found.values[role].kind != Kind::string) return Problem{JSON_NOT_TEXT, role};
        return problem;
    }

    Problem score(const RoleVisitor &found, const uint8_t *text, int role, double &out, size_t &from_text) {
        Problem problem = presence(found, role);
        if (problem.kind != JSON_FINE) return problem;
        const Value &value = found.values[role];
        const uint8_t *start = text + value.start;
        size_t length = value.end - value.start;
        switch (value.kind) {
            case Kind::number: out = value.number; return Problem{};
            case Kind::not_a_number: return Problem{JSON_NAN, role};
            case Kind::infinite: return Problem{JSON_INFINITE, role};
            case Kind::string: break;
            default: return Problem{JSON_NOT_NUMBER, role};
        }
        if (value.has_escapes) {
            parser_.scratch.resize(length);
            uint8_t *decoded = reinterpret_cast<uint8_t *>(&parser_.scratch[0]);
            length = unescape(start, length, decoded);
            start = decoded;
        }
        while (length > 0 && is_blank(start[length - 1])) --length;
        while (length > 0 && is_blank(*start)) {
            ++start;
            --length;
        }
        ++from_text;
        return Problem{json_parse_number(start, length, &out), role};
    }

    static bool is_blank(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

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
        return true;
    } catch (const std::bad_alloc &) {
        return false;
    }
}

bool json_is_utf8(const uint8_t *text, size_t length) {
    return simdjson::validate_utf8(reinterpret_cast<const char *>(text), length);
}

bool json_parse_rows(
    json_parser *parser, const uint8_t *text, size_t length, size_t row_limit, json_columns *columns) {
    parser->safety.clear();
    parser->helpfulness.clear();
    parser->row_start.clear();
    parser->row_length.clear();
    parser->id_hash.clear();
    parser->bad.clear();
    try {
        rows::RowLoader loader(*parser, text, length, row_limit);
        if (!loader.run()) return false;
        parser->stage.shrink();
        *columns = json_columns{
            parser->safety.size(), parser->safety.data(), parser->helpfulness.data(), parser->row_start.data(),
            parser->row_length.data(), parser->id_hash.size(), parser->id_hash.data(), parser->bad.size(),
            parser->bad.data(), loader.lines, loader.text_scores, loader.empty_texts};
        return true;
    } catch (const std::bad_alloc &) {
        return false;
    }
}
