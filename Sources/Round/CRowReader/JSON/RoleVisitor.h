#ifndef CSIMDROW_ROLEVISITOR_H
#define CSIMDROW_ROLEVISITOR_H

#include "Paths.h"
#include "Turns.h"
#include "Walk.h"

namespace rows {

/// Notes the values of the roles' fields as a row is walked.
///
/// In a list of turns each turn's values are kept until it is over, since who speaks it may stand behind them, and which turn
/// counts is known when the list is over. A text that is a list of one part (`[{"type": "text", "text": ...}]`) is that part's.
class RoleVisitor {
public:
    RoleVisitor(const Paths &paths, const uint8_t *text, std::string &scratch, Turns &turns, bool takes_non_finite)
        : paths_(paths), text_(text), scratch_(scratch), turns_(turns), takes_non_finite_(takes_non_finite) {
        turns_.begin_row();
    }

    RoleValues values;
    uint8_t seen = 0;
    uint8_t repeated = 0;
    bool has_non_finite = false;

    void key(const Value &key) {
        child_ = nullptr;
        // Below an object that no path opens there is nothing to find.
        if (inside_ != 0 && parts_base_ == 0) return;
        const uint8_t *name = text_ + key.start;
        size_t length = key.end - key.start;
        if (key.has_escapes) {
            scratch_.resize(length);
            uint8_t *decoded = reinterpret_cast<uint8_t *>(&scratch_[0]);
            length = unescape(name, length, decoded);
            name = decoded;
        }
        if (inside_ != 0) return part_key(name, length);
        child_ = paths_.find(node_, name, length);
        if (turn_.is_turn) turn_.tells_speaker = is(name, length, "role") || is(name, length, "from");
    }

    bool wants_number() const {
        return child_ != nullptr && (child_->roles & (1u << ROW_ROLE_SAFETY | 1u << ROW_ROLE_HELPFULNESS)) != 0;
    }

    bool takes_non_finite() {
        has_non_finite = takes_non_finite_;
        return takes_non_finite_;
    }

    void value(const Value &value) {
        if (child_ != nullptr) note(*child_, value);
        if (is_special_) special_value(value);
        go_on();
    }

    void open(Kind kind, uint32_t start) {
        const Paths::Child *child = child_;
        child_ = nullptr;
        if (child != nullptr) {
            Value container;
            container.kind = kind;
            container.start = start;
            container.end = start;
            note(*child, container);
        }
        turn_.tells_speaker = false;
        // The row's own object is node 0; an inner one is followed only where a path leads into it.
        if (inside_ == 0 && kind == Kind::object && !started_) {
            started_ = true;
            return;
        }
        started_ = true;
        if (inside_ == 0 && child != nullptr && child->node >= 0 && above_count_ < max_path &&
            (kind == Kind::object || paths_.has_elements(child->node))) {
            follow(*child, kind);
            return;
        }
        ++inside_;
        if (parts_roles_ != 0) open_in_parts(kind);
    }

    void close(Kind, uint32_t) {
        if (inside_ > 0) {
            if (parts_base_ != 0) close_in_parts();
            --inside_;
        } else if (above_count_ > 0) {
            if (turn_.is_turn) end_turn();
            else if (turns_.level == above_count_) end_list();
            --above_count_;
            node_ = above_[above_count_].node;
            element_ = above_[above_count_].element;
            turn_ = above_[above_count_].turn;
            is_special_ = turn_.is_turn;
        }
        go_on();
    }

    /// The place of what comes next in the array that is gone through, from 0; -1 where none is.
    int64_t element() const { return inside_ == 0 ? element_ : none; }

private:
    static constexpr int max_path = 64;
    static constexpr int64_t none = -1;
    static constexpr unsigned texts = 1u << ROW_ROLE_PROMPT | 1u << ROW_ROLE_RESPONSE | 1u << ROW_ROLE_PARENT;

    /// An object that is an element of an array which a path leads into.
    struct Turn {
        bool is_turn;
        bool tells_speaker;  // whether the key before says who speaks
        uint8_t speaker;
        uint8_t seen_before;
        uint32_t word_start, word_end;
    };

    struct Above {
        int node;
        int64_t element;
        Turn turn;
    };

    static bool is(const uint8_t *text, size_t length, const char *word) {
        return length == strlen(word) && memcmp(text, word, length) == 0;
    }

    void follow(const Paths::Child &child, Kind kind) {
        const bool is_turn = kind == Kind::object && element_ != none;
        above_[above_count_++] = Above{node_, element_, turn_};
        node_ = child.node;
        element_ = kind == Kind::array ? 0 : none;
        turn_ = Turn{is_turn, false, ROW_SPEAKER_NONE, seen, 0, 0};
        is_special_ = is_turn;
        parts_roles_ = 0;
        if (element_ != none) {
            if (turns_.level < 0 && paths_.has_turns(node_)) turns_.open_list(above_count_, node_);
            child_ = paths_.element(node_, element_);
        } else if (is_turn && turns_.level == above_count_ - 1) {
            turns_.begin_turn();
        }
    }

    /// After a value: in an array the next one has a path without there being a key to tell.
    void go_on() {
        child_ = nullptr;
        if (element_ != none && inside_ == 0) child_ = paths_.element(node_, ++element_);
    }

    void note(const Paths::Child &child, const Value &value) {
        if (value.kind == Kind::array) parts_roles_ = child.roles & texts;
        for (unsigned mask = child.roles; mask != 0; mask &= mask - 1) {
            const int role = __builtin_ctz(mask);
            const uint8_t bit = uint8_t(1u << role);
            if (paths_.turned() & bit) {
                note_turned(role, value);
            } else if (seen & bit) {
                repeated |= bit;
            } else {
                seen |= bit;
                values.of[role] = value;
            }
        }
    }

    // MARK: Turns

    void note_turned(int role, const Value &value) {
        const Paths::Turn &turn = paths_.turn(role);
        if (turn.list != turns_.list) return;
        if (turn_.is_turn || turns_.level != above_count_) {
            turns_.note(role, value);
        } else if (turn.word.empty()) {
            // The element itself, which nobody speaks.
            turns_.found[role].push_back(Turns::Found{value, false, ROW_SPEAKER_NONE});
        }
    }

    void special_value(const Value &value) {
        if (parts_base_ != 0) return part_value(value);
        if (!turn_.tells_speaker) return;
        turn_.tells_speaker = false;
        fix(value);
        if (value.kind != Kind::string) return;
        const uint8_t *word = text_ + value.start;
        size_t length = value.end - value.start;
        if (value.has_escapes) {
            scratch_.resize(length);
            uint8_t *decoded = reinterpret_cast<uint8_t *>(&scratch_[0]);
            length = unescape(word, length, decoded);
            word = decoded;
        }
        const uint8_t told = speaker(reinterpret_cast<const char *>(word), length);
        // Two that disagree tell of nobody.
        turn_.speaker = turn_.speaker == ROW_SPEAKER_NONE || turn_.speaker == told ? told : uint8_t(ROW_SPEAKER_OTHER);
        turn_.word_start = value.start;
        turn_.word_end = value.end;
    }

    /// Notes a value that decides what is taken, by where it starts as a token.
    void fix(const Value &value) {
        turns_.is_used = true;
        turns_.fixed.push_back(value.kind == Kind::string ? value.start - 1 : value.start);
    }

    void end_turn() {
        for (unsigned mask = seen & ~unsigned(turn_.seen_before); mask != 0; mask &= mask - 1) {
            uint8_t &speaker_of = turns_.speaker_of[__builtin_ctz(mask)];
            if (speaker_of == ROW_SPEAKER_NONE && turn_.speaker != ROW_SPEAKER_NONE) {
                turns_.is_used = true;
                speaker_of = turn_.speaker;
            }
        }
        if (turns_.level != above_count_ - 1) return;
        turns_.met_here = uint8_t(turns_.met_here | 1u << turn_.speaker);
        for (unsigned mask = paths_.turned(); mask != 0; mask &= mask - 1) {
            const int role = __builtin_ctz(mask);
            const Paths::Turn &turn = paths_.turn(role);
            if (turn.list != turns_.list || !is_spoken_by(turn)) continue;
            const bool twice = (turns_.pending_twice >> role & 1) != 0;
            turns_.found[role].push_back(Turns::Found{turns_.pending.of[role], twice, turn_.speaker});
        }
    }

    /// Whether the turn that is over is one of those that a path chooses from.
    bool is_spoken_by(const Paths::Turn &wanted) const {
        if (wanted.word.empty()) return true;
        if (wanted.speaker != turn_.speaker) return false;
        if (wanted.speaker != ROW_SPEAKER_OTHER) return true;
        const char *word = reinterpret_cast<const char *>(text_) + turn_.word_start;
        return turn_.word_end - turn_.word_start == wanted.word.size() &&
               strncasecmp(word, wanted.word.data(), wanted.word.size()) == 0;
    }

    void end_list() {
        for (unsigned mask = paths_.turned(); mask != 0; mask &= mask - 1) {
            const int role = __builtin_ctz(mask);
            const Paths::Turn &turn = paths_.turn(role);
            if (turn.list != turns_.list) continue;
            const uint8_t bit = uint8_t(1u << role);
            const std::vector<Turns::Found> &found = turns_.found[role];
            const int64_t place = turn.place < 0 ? int64_t(found.size()) + turn.place : turn.place;
            if (place < 0 || place >= int64_t(found.size())) {
                turns_.no_turn |= bit;
                turns_.met[role] = turns_.met_here;
                continue;
            }
            const Turns::Found &chosen = found[size_t(place)];
            if (chosen.value.kind == Kind::none) continue;
            if ((seen & bit) || chosen.twice) repeated |= bit;
            if (seen & bit) continue;
            seen |= bit;
            values.of[role] = chosen.value;
            if (turn.word.empty()) turns_.speaker_of[role] = chosen.speaker;
        }
        turns_.level = turns_.list = -1;
    }

    // MARK: Parts

    void open_in_parts(Kind kind) {
        if (parts_base_ == 0) {
            parts_base_ = inside_;
            parts_ = 0;
            part_ = chosen_ = Value();
            is_special_ = true;
        } else if (inside_ == parts_base_ + 1) {
            // Nothing but an object is a part; what is none makes them too many.
            parts_ += kind == Kind::object ? 1 : 2;
            part_ = Value();
            part_is_text_ = true;
        }
        part_key_ = PartKey::other;
    }

    void part_key(const uint8_t *name, size_t length) {
        part_key_ = PartKey::other;
        if (inside_ != parts_base_ + 1) return;
        if (is(name, length, "text")) part_key_ = PartKey::text;
        if (is(name, length, "type")) part_key_ = PartKey::type;
    }

    void part_value(const Value &value) {
        if (inside_ == parts_base_) {
            parts_ += 2;
        } else if (part_key_ == PartKey::text) {
            part_ = value;
        } else if (part_key_ == PartKey::type) {
            const uint8_t *type = text_ + value.start;
            const size_t length = value.end - value.start;
            part_is_text_ = is(type, length, "text") || is(type, length, "input_text") || is(type, length, "output_text");
            fix(value);
        }
        part_key_ = PartKey::other;
    }

    void close_in_parts() {
        if (inside_ == parts_base_ + 1) {
            if (part_is_text_) chosen_ = part_;
            return;
        }
        if (inside_ != parts_base_) return;
        for (unsigned mask = parts_ == 1 && chosen_.kind == Kind::string ? parts_roles_ : 0; mask != 0; mask &= mask - 1) {
            const int role = __builtin_ctz(mask);
            turns_.is_used = true;
            const bool is_pending = (paths_.turned() >> role & 1) != 0;
            (is_pending ? turns_.pending : values).of[role] = chosen_;
        }
        parts_base_ = 0;
        parts_roles_ = 0;
        is_special_ = turn_.is_turn;
    }

    enum class PartKey : uint8_t { other, text, type };

    const Paths &paths_;
    const uint8_t *text_;
    std::string &scratch_;
    Turns &turns_;
    const Paths::Child *child_ = nullptr;
    int node_ = 0;
    uint32_t inside_ = 0;  // how many containers deep below the last one that a path opens
    bool started_ = false;
    bool takes_non_finite_;
    bool is_special_ = false;  // within a turn, or the parts of a text
    uint8_t parts_roles_ = 0;  // the texts that the array which is opened next, or is open, stands for
    bool part_is_text_ = false;
    PartKey part_key_ = PartKey::other;
    uint32_t parts_base_ = 0;  // how deep the array of parts is; 0 for none
    uint32_t parts_ = 0;
    Value part_, chosen_;
    int64_t element_ = none;
    Turn turn_ = {};
    Above above_[max_path];
    int above_count_ = 0;
};

}  // namespace rows

#endif
