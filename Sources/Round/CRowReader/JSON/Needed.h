#ifndef CROWREADER_NEEDED_H
#define CROWREADER_NEEDED_H

#include "RoleVisitor.h"

namespace rows {

/// What is wrong with a row.
struct Problem {
    int kind = ROW_FINE;
    int role = 0;
    int detail = 0;
    int speakers = 0;
};

/// What stands where a text or a number should.
inline int found_kind(Kind kind) {
    switch (kind) {
        case Kind::string: return ROW_FOUND_TEXT;
        case Kind::literal_true: case Kind::literal_false: return ROW_FOUND_BOOLEAN;
        case Kind::array: return ROW_FOUND_LIST;
        case Kind::object: return ROW_FOUND_OBJECT;
        default: return ROW_FOUND_NUMBER;
    }
}

/// Whether the needed roles are there, each once, prompt and response as texts of those who should speak them.
class Needed {
public:
    Needed(const RoleVisitor &found, const Paths &paths, const Turns &turns)
        : found_(found), paths_(paths), turns_(turns) {}

    Problem problem() const {
        for (int role = ROW_ROLE_PROMPT; role <= ROW_ROLE_HELPFULNESS; ++role) {
            const Problem problem = role <= ROW_ROLE_RESPONSE ? text(role) : presence(role);
            if (problem.kind != ROW_FINE) return problem;
        }
        return order();
    }

private:
    Problem presence(int role) const {
        if (found_.repeated >> role & 1) return Problem{ROW_REPEATED, role};
        switch (found_.values.of[role].kind) {
            case Kind::none: break;
            case Kind::null: return Problem{ROW_NULL, role};
            default: return Problem{};
        }
        if (turns_.no_turn >> role & 1) return Problem{ROW_NO_TURN, role, paths_.turn(role).speaker, turns_.met[role]};
        return Problem{ROW_MISSING, role};
    }

    Problem text(int role) const {
        const Problem problem = presence(role);
        const Kind kind = found_.values.of[role].kind;
        // Whose turn it is says more than what stands in it.
        const int speaker = turns_.speaker_of[role];
        if ((problem.kind == ROW_FINE || problem.kind == ROW_NULL) && is_of_another(role, speaker)) {
            return Problem{ROW_OTHER_TURN, role, speaker};
        }
        if (problem.kind != ROW_FINE) return problem;
        return kind == Kind::string ? Problem{} : Problem{ROW_NOT_TEXT, role, found_kind(kind)};
    }

    /// Whether a turn that was named by its place is known to be no prompt, or no response.
    static bool is_of_another(int role, int speaker) {
        switch (speaker) {
            case ROW_SPEAKER_NONE: case ROW_SPEAKER_OTHER: return false;
            case ROW_SPEAKER_USER: return role != ROW_ROLE_PROMPT;
            case ROW_SPEAKER_ASSISTANT: return role != ROW_ROLE_RESPONSE;
            default: return true;
        }
    }

    /// Of two turns of one list the response is to be the later one.
    Problem order() const {
        if (paths_.turned() == 0) return Problem{};
        const Paths::Turn &prompt = paths_.turn(ROW_ROLE_PROMPT);
        const Paths::Turn &response = paths_.turn(ROW_ROLE_RESPONSE);
        if (prompt.list < 0 || prompt.list != response.list) return Problem{};
        const bool is_fine = found_.values.of[ROW_ROLE_PROMPT].start <= found_.values.of[ROW_ROLE_RESPONSE].start;
        return is_fine ? Problem{} : Problem{ROW_TURN_ORDER, ROW_ROLE_RESPONSE};
    }

    const RoleVisitor &found_;
    const Paths &paths_;
    const Turns &turns_;
};

}  // namespace rows

#endif
