#include "JSONReader.h"
#include "Needed.h"
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
    FieldVisitor(JSONReader &reader, const uint8_t *text)
        : roles_(reader.paths, text, reader.key, reader.turns, reader.takes_non_finite), names_(reader.scratch),
          text_(text), turns_(reader.turns) {}

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
        for (int role = 0; role < ROW_ROLES; ++role) {
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
        prefix_.push_back(char(ROW_PATH_SEPARATOR));
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
    JSONReader &reader, const uint8_t *row, size_t length, Visitor &visitor, RoleValues *values = nullptr) {
    if (length >= UINT32_MAX) return ROW_NOT_JSON;
    const int tokenised = reader.stage.run(row, length);
    if (tokenised != ROW_FINE) return tokenised;
    Tokens tokens{row, reader.stage.tokens(), uint32_t(length)};
    Walk<Visitor> walk(tokens, visitor, values == nullptr ? nullptr : &reader.repeats);
    const int state = walk.run();
    if (values != nullptr) walk.tell_troubles(*values);
    return state;
}

bool is_number(const RoleValues &values, int role) { return values.of[role].kind == Kind::number; }

/// The values of a row's roles, by its layout or else by its tokens.
int find_values(JSONReader &reader, const uint8_t *row, size_t length, RoleValues &values) {
    size_t stop = 0;
    if (length < UINT32_MAX && reader.shapes.match(row, 0, length, values, stop) && stop == length) return ROW_FINE;
    RoleVisitor found(reader.paths, row, reader.key, reader.turns, reader.takes_non_finite);
    // Layouts that are learned here tell of rows that are parsed later.
    const int state = walk_row(reader, row, length, found, &found.values);
    if (state != ROW_FINE) return state;
    values = found.values;
    // Whoever parses rows by a layout takes the needed roles for granted.
    if (found.repeated == 0 && Needed(found, reader.paths, reader.turns).problem().kind == ROW_FINE &&
        is_number(values, ROW_ROLE_SAFETY) && is_number(values, ROW_ROLE_HELPFULNESS) && !found.has_non_finite) {
        reader.shapes.learn(
            RowTokens{row, reader.stage.tokens()}, uint32_t(length), values, reader.turns.fixed);
    }
    return ROW_FINE;
}

}  // namespace

int JSONReader::list_fields(const uint8_t *row, size_t length, row_invalid &) {
    scratch.clear();
    FieldVisitor visitor(*this, row);
    const int state = walk_row(*this, row, length, visitor);
    if (state != ROW_FINE) return state;
    visitor.give_out_turns();

    // Room for every decoded value at once, so that nothing moves under the pointers given out.
    size_t room = scratch.size();
    for (const Draft &draft : visitor.drafts) room += draft.value.end - draft.value.start;
    size_t used = scratch.size();
    scratch.resize(room);
    uint8_t *base = reinterpret_cast<uint8_t *>(&scratch[0]);
    for (const Draft &draft : visitor.drafts) {
        const Value &value = draft.value;
        row_bytes bytes{row + value.start, value.end - value.start};
        if (value.has_escapes) {
            bytes.length = unescape(bytes.start, bytes.length, base + used);
            bytes.start = base + used;
            used += bytes.length;
        }
        fields.push_back(row_field{
            row_bytes{base + draft.name_start, draft.name_length}, bytes, draft.roles, value.kind == Kind::string,
            value.kind == Kind::null});
    }
    return ROW_FINE;
}

int JSONReader::texts(const uint8_t *row, size_t length, uint32_t wanted, row_bytes *texts) {
    RoleValues values;
    const int state = find_values(*this, row, length, values);
    if (state != ROW_FINE) return state;
    const auto is_wanted = [&](int role) {
        return (wanted >> role & 1) != 0 && (values.of[role].kind == Kind::string || values.of[role].kind == Kind::number);
    };
    size_t room = 0;
    for (int role = 0; role < ROW_ROLES; ++role) {
        if (is_wanted(role) && values.of[role].has_escapes) room += values.of[role].end - values.of[role].start;
    }
    if (scratch.size() < room) scratch.resize(room);
    uint8_t *out = reinterpret_cast<uint8_t *>(&scratch[0]);
    for (int role = 0; role < ROW_ROLES; ++role) {
        texts[role] = row_bytes{nullptr, 0};
        if (!is_wanted(role)) continue;
        const Value &value = values.of[role];
        texts[role] = row_bytes{row + value.start, value.end - value.start};
        if (!value.has_escapes) continue;
        texts[role].length = unescape(texts[role].start, texts[role].length, out);
        texts[role].start = out;
        out += texts[role].length;
    }
    return ROW_FINE;
}

/// Copies a row with null in place of NaN and infinities.
bool JSONReader::with_nulls(const uint8_t *row, size_t length, row_bytes &given) {
    given = row_bytes{row, length};
    if (length >= UINT32_MAX || stage.run(row, length) != ROW_FINE) return false;
    std::string &copy = line;
    size_t copied = 0;
    bool is_copied = false;
    for (const uint32_t *token = stage.tokens(); *token < length; ++token) {
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
    given = row_bytes{reinterpret_cast<const uint8_t *>(copy.data()), copy.size()};
    return true;
}

}  // namespace rows
