#include "JSONReader.h"

#include <algorithm>
#include <new>

#include "Errors.h"
#include "Needed.h"
#include "RoleVisitor.h"

namespace rows {
namespace {

/// Rows that the first stage takes at once: what fits in a core's own cache with its tokens.
constexpr size_t batch_size = 192 << 10;

/// Rows of unknown layouts that are tokenised each for itself before many are at once.
constexpr size_t few_strangers = 8;

/// Fills the reader's columns from one text.
class RowLoader {
public:
    RowLoader(JSONReader &reader, const uint8_t *text, size_t length, size_t row_limit)
        : reader_(reader), columns_(reader.columns), text_(text), length_(length), row_limit_(row_limit) {}

    void run() {
        // Rows in a row that no known layout fits.
        size_t strangers = 0;
        for (size_t at = 0; at < length_;) {
            at = behind_mark(at);
            RoleValues values;
            size_t stop = 0;
            if (reader_.shapes.match(text_, at, length_, values, stop)) {
                take(values, at, stop);
                strangers = 0;
                at = stop + 1;
                continue;
            }
            // One by one while the next one may be known again; else many at once, which is cheaper.
            const size_t end = strangers < few_strangers ? std::min(line_end(at) + 1, length_) : batch_end(at);
            batch(at, end);
            ++strangers;
            at = end;
        }
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

    void batch(size_t start, size_t end) {
        const int state = reader_.stage.run(text_ + start, end - start);
        if (state == ROW_NO_MEMORY) throw std::bad_alloc();
        if (state == ROW_BLANK) {
            for (size_t at = start; at < end; ++columns_.lines) at = std::min(line_end(at), end) + 1;
            return;
        }
        // One bad row spoils the tokens of all: a string that never ends runs on, and UTF-8 is judged as a whole.
        const bool together = state == ROW_FINE;
        if (together) {
            Tokens tokens{text_ + start, reader_.stage.tokens(), 0};
            for (size_t at = start; at < end; ++columns_.lines) {
                const size_t stop = std::min(line_end(at), end);
                at = behind_mark(at);
                while (*tokens.next < at - start) ++tokens.next;
                tokens.end = uint32_t(stop - start);
                walk(tokens, at, stop);
                while (*tokens.next < tokens.end) ++tokens.next;
                at = stop + 1;
            }
            return;
        }
        for (size_t at = start; at < end; ++columns_.lines) {
            const size_t stop = std::min(line_end(at), end);
            at = behind_mark(at);
            const int alone = stop - at > row_limit_ ? int(ROW_TOO_LONG) : reader_.stage.run(text_ + at, stop - at);
            if (alone == ROW_NO_MEMORY) throw std::bad_alloc();
            if (alone == ROW_FINE) {
                Tokens tokens{text_ + at, reader_.stage.tokens(), uint32_t(stop - at)};
                walk(tokens, at, stop);
            } else if (alone != ROW_BLANK) {
                refuse(at, stop, Problem{alone});
            }
            at = stop + 1;
        }
    }

    /// Notes an invalid row, and the text in it that is no number where that is what is wrong.
    void refuse(size_t start, size_t stop, Problem problem, row_bytes part = {}) {
        row_invalid row{};
        row.start = start;
        row.length = stop - start;
        row.line = uint32_t(columns_.lines);
        row.problem = uint8_t(problem.kind);
        row.role = uint8_t(problem.role);
        row.detail = uint8_t(problem.detail);
        row.speakers = uint8_t(problem.speakers);
        row.part = part;
        if (problem.kind == ROW_NOT_JSON || problem.kind == ROW_CARRIED_NAN) find_place(row);
        columns_.invalid.push_back(row);
    }

    /// Looks for the place that spoils a row: only such a row is gone over twice.
    void find_place(row_invalid &row) const {
        const uint8_t *text = text_ + row.start;
        const RowError error = row_error(text, row.length, row.problem == ROW_NOT_JSON);
        row.place_line = 1;
        row.place_column = uint32_t(characters(text, error.at) + 1);
        row.part = row_bytes{text + error.key_start, error.key_length};
        if (row.problem == ROW_CARRIED_NAN) row.detail = uint8_t(error.non_finite);
    }

    /// Takes a line of a known layout.
    void take(const RoleValues &values, size_t at, size_t stop) {
        const double scores[] = {values.of[ROW_ROLE_SAFETY].number, values.of[ROW_ROLE_HELPFULNESS].number};
        if (stop - at > row_limit_) refuse(at, stop, Problem{ROW_TOO_LONG});
        else keep(values, text_, at, stop, scores);
        ++columns_.lines;
    }

    /// Takes a line whose layout is not known.
    void walk(Tokens &tokens, size_t start, size_t stop) {
        const RowTokens row{tokens.text, tokens.next};
        RoleVisitor found(reader_.paths, tokens.text, reader_.scratch, reader_.turns, reader_.takes_non_finite);
        Walk<RoleVisitor> walk(tokens, found, &reader_.repeats);
        const int state = walk.run();
        if (state == ROW_BLANK) return;
        if (stop - start > row_limit_) return refuse(start, stop, Problem{ROW_TOO_LONG});
        if (state != ROW_FINE) return refuse(start, stop, Problem{state});

        double scores[2];
        size_t from_text = 0;
        Problem problem = Needed(found, reader_.paths, reader_.turns).problem();
        for (int role = ROW_ROLE_SAFETY; role <= ROW_ROLE_HELPFULNESS && problem.kind == ROW_FINE; ++role) {
            problem = score(found.values.of[role], tokens.text, role, scores[role - ROW_ROLE_SAFETY], from_text);
        }
        if (problem.kind != ROW_FINE) {
            const Value &value = found.values.of[problem.role];
            const bool is_text = problem.kind == ROW_NOT_NUMBER && value.kind == Kind::string;
            if (!is_text) return refuse(start, stop, problem);
            return refuse(start, stop, problem, decoded_part(value, tokens.text));
        }

        walk.tell_troubles(found.values);
        columns_.non_finite_rows += found.has_non_finite;
        columns_.text_scores += from_text;
        keep(found.values, tokens.text, start, stop, scores);
        reader_.shapes.learn(row, tokens.end, found.values, reader_.turns.fixed);
    }

    void keep(const RoleValues &values, const uint8_t *text, size_t start, size_t stop, const double scores[2]) {
        columns_.add(start, stop, scores);
        if (reader_.keeps_texts) note_places(values, text);
        columns_.empty_texts += is_empty(values.of[ROW_ROLE_PROMPT]) || is_empty(values.of[ROW_ROLE_RESPONSE]);
        note_id(values.of[ROW_ROLE_ID], text);
        for (unsigned mask = values.troubles; mask != 0; mask &= mask - 1) ++columns_.troubles[__builtin_ctz(mask)];
    }

    void note_places(const RoleValues &values, const uint8_t *text) {
        const uint32_t base = uint32_t(text - text_);
        const auto place = [&](int role) {
            const Value &value = values.of[role];
            const bool is_there = value.kind == Kind::string || value.kind == Kind::number;
            return JSONReader::Place{base + value.start, value.end - value.start, is_there, value.has_escapes};
        };
        reader_.places.push_back(
            JSONReader::Places{place(ROW_ROLE_PROMPT), place(ROW_ROLE_RESPONSE), place(ROW_ROLE_PARENT)});
    }

    static bool is_empty(const Value &value) { return value.start == value.end; }

    /// Reads a score that is there.
    Problem score(const Value &value, const uint8_t *text, int role, double &out, size_t &from_text) {
        switch (value.kind) {
            case Kind::number: out = value.number; return Problem{};
            case Kind::not_a_number: return Problem{ROW_NAN, role};
            case Kind::infinite: return Problem{ROW_INFINITE, role};
            case Kind::string: break;
            default: return Problem{ROW_NOT_NUMBER, role, found_kind(value.kind)};
        }
        ++from_text;
        const row_bytes written = decoded(value, text);
        return Problem{row_parse_decimal(written.start, written.length, &out), role, ROW_FOUND_TEXT};
    }

    void note_id(const Value &value, const uint8_t *text) {
        if (is_empty(value) || (value.kind != Kind::string && value.kind != Kind::number)) return;
        const row_bytes id = decoded(value, text);
        columns_.id_hash.push_back(row_hash(id.start, id.length));
    }

    /// What a string says; valid until the next one is decoded.
    row_bytes decoded(const Value &value, const uint8_t *text) {
        const row_bytes written{text + value.start, value.end - value.start};
        if (!value.has_escapes) return written;
        reader_.scratch.resize(written.length);
        uint8_t *out = reinterpret_cast<uint8_t *>(&reader_.scratch[0]);
        return row_bytes{out, unescape(written.start, written.length, out)};
    }

    row_bytes decoded_part(const Value &value, const uint8_t *text) {
        const row_bytes part = decoded(value, text);
        return value.has_escapes ? columns_.keep(part.start, part.length) : part;
    }

    JSONReader &reader_;
    Columns &columns_;
    const uint8_t *text_;
    size_t length_;
    size_t row_limit_;
};

/// A text, decoded to behind what `room` holds where it has escapes.
row_bytes text_at(const uint8_t *text_start, const JSONReader::Place &at, uint8_t *room, size_t &used) {
    if (!at.is_there) return row_bytes{nullptr, 0};
    const uint8_t *const start = text_start + at.start;
    if (!at.has_escapes) return row_bytes{start, at.length};
    const row_bytes text{room + used, unescape(start, at.length, room + used)};
    used += text.length;
    return text;
}

/// Rows of JSON are lines.
struct LineCutter final : row_cutter {
    size_t feed(const uint8_t *text, size_t length, bool first_only) override {
        if (first_only) {
            const void *found = length == 0 ? nullptr : memchr(text, '\n', length);
            return found == nullptr ? 0 : size_t(static_cast<const uint8_t *>(found) - text) + 1;
        }
        while (length > 0 && text[length - 1] != '\n') --length;
        return length;
    }

    /// A CR before the LF belongs to the row, as a blank.
    size_t line_end_length(const uint8_t *text, size_t length) const override {
        return length > 0 && text[length - 1] == '\n' ? 1 : 0;
    }
};

}  // namespace

void JSONReader::set_path(int role, const row_bytes *keys, size_t count) {
    paths.add(role, keys, count);
    shapes.forget();
}

void JSONReader::parse(const uint8_t *text, size_t length, size_t row_limit, bool) {
    places.clear();
    RowLoader(*this, text, length, row_limit).run();
    stage.shrink();
    repeats.shrink();
}

bool JSONReader::parsed_texts(
    const uint8_t *text, size_t index, uint32_t wanted, uint8_t *room, size_t &used, row_bytes *texts) {
    if (index >= places.size()) return false;
    const Places &at = places[index];
    const auto give = [&](int role, const Place &place) {
        texts[role] = (wanted >> role & 1) != 0 ? text_at(text, place, room, used) : row_bytes{nullptr, 0};
    };
    give(ROW_ROLE_PROMPT, at.prompt);
    give(ROW_ROLE_RESPONSE, at.response);
    give(ROW_ROLE_PARENT, at.parent);
    return true;
}

row_reader *make_json_reader(const row_format &) { return new JSONReader(); }

row_cutter *make_json_cutter(const row_format &) { return new LineCutter(); }

}  // namespace rows

