#include <new>

#include "Needed.h"
#include "Parser.h"
#include "RoleVisitor.h"

namespace rows {
namespace {

/// A field while the scratch may still move: offsets in place of pointers.
struct Draft {
    size_t name_start, name_length;
    Value value;
    uint8_t roles;
};

/// Lists a row's fields, opening nested objects, and the arrays that a path leads into.
class FieldVisitor {
public:
    FieldVisitor(json_parser &parser, const uint8_t *text)
        : roles_(parser.paths, text, parser.key, parser.turns, parser.takes_non_finite), names_(parser.scratch),
          text_(text), turns_(parser.turns) {}

    std::vector<Draft> drafts;

    void key(const Value &key) {
        roles_.key(key);
        if (arrays_ > 0) return;
        const size_t at = prefix_.size();
        name_ = prefix_;
        name_.resize(at + (key.end - key.start));
        uint8_t *out = reinterpret_cast<uint8_t *>(&name_[0]) + at;
        name_.resize(at + unescape(text_ + key.start, key.end - key.start, out));
    }

    /// Fields are listed to find the scores among them, and a NaN tells of one as well as a number.
    bool wants_number() const { return true; }

    bool takes_non_finite() { return roles_.takes_non_finite(); }

    /// To be called behind the row: which turn a role takes is known when its list is over, and a text may be a part of a
    /// field's value.
    void give_out_turns() {
        if (!turns_.is_used) return;
        for (int role = 0; role < JSON_ROLES; ++role) {
            const uint8_t bit = uint8_t(1u << role);
            const Value &value = roles_.values.of[role];
            if ((roles_.seen & bit) == 0) continue;
            for (Draft &draft : drafts) {
                const bool is_here = draft.value.start <= value.start && value.end <= draft.value.end;
                draft.roles = uint8_t(is_here ? draft.roles | bit : draft.roles & ~bit);
                if (is_here && value.kind == Kind::string) draft.value = value;
            }
        }
    }

    void value(const Value &value) {
        name_element();
        const uint8_t before = roles_.seen;
        roles_.value(value);
        if (arrays_ == 0) add(value, uint8_t(roles_.seen & ~before));
    }

    void open(Kind kind, uint32_t start) {
        name_element();
        const uint8_t before = roles_.seen;
        roles_.open(kind, start);
        if (arrays_ > 0 || (kind == Kind::array && roles_.element() < 0)) {
            if (arrays_++ == 0) {
                Value value;
                value.kind = kind;
                value.start = value.end = start;
                add(value, uint8_t(roles_.seen & ~before));
            }
            return;
        }
        marks_.push_back(Mark{prefix_.size(), drafts.size(), start, uint8_t(roles_.seen & ~before)});
        if (marks_.size() == 1) return;
        prefix_ = name_;
        prefix_.push_back(char(JSON_PATH_SEPARATOR));
    }

    void close(Kind kind, uint32_t end) {
        roles_.close(kind, end);
        if (arrays_ > 0) {
            if (--arrays_ == 0 && !drafts.empty()) drafts.back().value.end = end;
            return;
        }
        const Mark mark = marks_.back();
        marks_.pop_back();
        if (!marks_.empty() && (drafts.size() == mark.drafts || mark.roles != 0)) {
            // An empty object has no fields to stand for it, and one that plays a role is shown as it is written.
            drafts.resize(mark.drafts);
            name_.assign(prefix_, 0, prefix_.size() - 1);
            Value value;
            value.kind = kind;
            value.start = mark.start;
            value.end = end;
            add(value, mark.roles);
        }
        prefix_.resize(mark.prefix);
    }

private:
    struct Mark {
        size_t prefix, drafts;
        uint32_t start;
        uint8_t roles;
    };

    /// An element of an array has no key to name it.
    void name_element() {
        if (arrays_ == 0 && roles_.element() >= 0) name_ = prefix_ + std::to_string(roles_.element());
    }

    void add(const Value &value, uint8_t roles) {
        drafts.push_back(Draft{names_.size(), name_.size(), value, roles});
        names_ += name_;
    }

    RoleVisitor roles_;
    std::string &names_;
    const uint8_t *text_;
    const Turns &turns_;
    std::string prefix_, name_;
    std::vector<Mark> marks_;
    uint32_t arrays_ = 0;
};

template <typename Visitor>
int walk_row(
    json_parser &parser, const uint8_t *row, size_t length, Visitor &visitor, RoleValues *values = nullptr) {
    if (length >= UINT32_MAX) return JSON_NOT_JSON;
    const int tokenised = parser.stage.run(row, length);
    if (tokenised != JSON_FINE) return tokenised;
    Tokens tokens{row, parser.stage.tokens(), uint32_t(length)};
    Walk<Visitor> walk(tokens, visitor, values == nullptr ? nullptr : &parser.repeats);
    const int state = walk.run();
    if (values != nullptr) walk.tell_troubles(*values);
    return state;
}

int list_fields(json_parser &parser, const uint8_t *row, size_t length) {
    parser.scratch.clear();
    parser.fields.clear();
    FieldVisitor visitor(parser, row);
    const int state = walk_row(parser, row, length, visitor);
    if (state != JSON_FINE) return state;
    visitor.give_out_turns();

    // Room for every decoded value at once, so that nothing moves under the pointers given out.
    size_t room = parser.scratch.size();
    for (const Draft &draft : visitor.drafts) room += draft.value.end - draft.value.start;
    size_t used = parser.scratch.size();
    parser.scratch.resize(room);
    uint8_t *base = reinterpret_cast<uint8_t *>(&parser.scratch[0]);
    for (const Draft &draft : visitor.drafts) {
        const Value &value = draft.value;
        json_bytes bytes{row + value.start, value.end - value.start};
        if (value.has_escapes) {
            bytes.length = unescape(bytes.start, bytes.length, base + used);
            bytes.start = base + used;
            used += bytes.length;
        }
        parser.fields.push_back(json_field{
            json_bytes{base + draft.name_start, draft.name_length}, bytes, draft.roles,
            value.kind == Kind::string, value.kind == Kind::array});
    }
    return JSON_FINE;
}

bool is_number(const RoleValues &values, int role) { return values.of[role].kind == Kind::number; }

/// The values of a row's roles, by its layout or else by its tokens.
int find_values(json_parser &parser, const uint8_t *row, size_t length, RoleValues &values) {
    size_t stop = 0;
    if (length < UINT32_MAX && parser.shapes.match(row, 0, length, values, stop) && stop == length) return JSON_FINE;
    RoleVisitor found(parser.paths, row, parser.key, parser.turns, parser.takes_non_finite);
    // Layouts that are learned here tell of rows that are parsed later.
    const int state = walk_row(parser, row, length, found, &found.values);
    if (state != JSON_FINE) return state;
    values = found.values;
    // Whoever parses rows by a layout takes the needed roles for granted.
    if (found.repeated == 0 && Needed(found, parser.paths, parser.turns).problem().kind == JSON_FINE &&
        is_number(values, JSON_ROLE_SAFETY) && is_number(values, JSON_ROLE_HELPFULNESS) && !found.has_non_finite) {
        parser.shapes.learn(
            RowTokens{row, parser.stage.tokens()}, uint32_t(length), values, parser.turns.fixed);
    }
    return JSON_FINE;
}

int decode_texts(json_parser &parser, const uint8_t *row, size_t length, uint32_t wanted, json_bytes *texts) {
    RoleValues values;
    const int state = find_values(parser, row, length, values);
    if (state != JSON_FINE) return state;
    const auto is_wanted = [&](int role) {
        return (wanted >> role & 1) != 0 && (values.of[role].kind == Kind::string || values.of[role].kind == Kind::number);
    };
    size_t room = 0;
    for (int role = 0; role < JSON_ROLES; ++role) {
        if (is_wanted(role) && values.of[role].has_escapes) room += values.of[role].end - values.of[role].start;
    }
    if (parser.scratch.size() < room) parser.scratch.resize(room);
    uint8_t *out = reinterpret_cast<uint8_t *>(&parser.scratch[0]);
    for (int role = 0; role < JSON_ROLES; ++role) {
        texts[role] = json_bytes{nullptr, 0};
        if (!is_wanted(role)) continue;
        const Value &value = values.of[role];
        texts[role] = json_bytes{row + value.start, value.end - value.start};
        if (!value.has_escapes) continue;
        texts[role].length = unescape(texts[role].start, texts[role].length, out);
        texts[role].start = out;
        out += texts[role].length;
    }
    return JSON_FINE;
}

/// Copies a row with null in place of NaN and infinities.
bool null_non_finite(json_parser &parser, const uint8_t *row, size_t length, json_bytes &line) {
    line = json_bytes{row, length};
    if (length >= UINT32_MAX || parser.stage.run(row, length) != JSON_FINE) return false;
    std::string &copy = parser.line;
    size_t copied = 0;
    bool is_copied = false;
    for (const uint32_t *token = parser.stage.tokens(); *token < length; ++token) {
        const uint32_t start = token[0];
        const uint8_t c = row[start];
        if (c != 'N' && c != 'n' && c != 'I' && c != 'i' && c != '-' && c != '+') continue;
        size_t end = token[1] < length ? token[1] : length;
        while (end > start && row[end - 1] <= ' ') --end;
        uint16_t ignored = 0;
        if (scalar_kind(row + start, end - start, ignored) != Kind::none) continue;
        if (non_finite_kind(row + start, end - start) == Kind::none) continue;
        if (!is_copied) copy.clear();
        is_copied = true;
        copy.append(reinterpret_cast<const char *>(row) + copied, start - copied);
        copy += "null";
        copied = end;
    }
    if (!is_copied) return true;
    copy.append(reinterpret_cast<const char *>(row) + copied, length - copied);
    line = json_bytes{reinterpret_cast<const uint8_t *>(copy.data()), copy.size()};
    return true;
}

}  // namespace
}  // namespace rows

bool json_row_with_nulls(json_parser *parser, const uint8_t *row, size_t length, json_bytes *line) {
    try {
        return rows::null_non_finite(*parser, row, length, *line);
    } catch (const std::bad_alloc &) {
        return false;
    }
}

int json_row_texts(
    json_parser *parser, const uint8_t *row, size_t length, uint32_t wanted, json_bytes texts[JSON_ROLES]) {
    try {
        return rows::decode_texts(*parser, row, length, wanted, texts);
    } catch (const std::bad_alloc &) {
        return JSON_NO_MEMORY;
    }
}

int json_row_fields(
    json_parser *parser, const uint8_t *row, size_t length, const json_field **fields, size_t *count) {
    try {
        const int state = rows::list_fields(*parser, row, length);
        *fields = parser->fields.data();
        *count = parser->fields.size();
        return state;
    } catch (const std::bad_alloc &) {
        return JSON_NO_MEMORY;
    }
}
