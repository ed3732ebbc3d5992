#ifndef CSIMDROW_TURNS_H
#define CSIMDROW_TURNS_H

#include <string>
#include <strings.h>
#include <vector>

#include "Paths.h"
#include "Walk.h"

namespace rows {

/// What the turns of one row told. One lives in each reader, since most rows have none and should not pay for it.
struct Turns {
    /// What a selector found in one turn; its kind is none where the turn has no such value.
    struct Found {
        Value value;
        bool twice;
        uint8_t speaker;
    };

    // Of the row.
    bool is_used = false;
    uint8_t no_turn = 0;                 // the roles whose turn is not there
    uint8_t speaker_of[ROW_ROLES] = {};  // who speaks the turn that a role's value stands in
    uint8_t met[ROW_ROLES] = {};         // the bits of those who speak where a role's turn is not
    std::vector<uint32_t> fixed;          // starts of the tokens that decided what was taken

    // Of the list that is gone through.
    int level = -1;
    int list = -1;
    uint8_t met_here = 0;
    RoleValues pending;
    uint8_t pending_seen = 0;
    uint8_t pending_twice = 0;
    std::vector<Found> found[ROW_ROLES];

    void begin_row() {
        if (!is_used) return;
        is_used = false;
        no_turn = 0;
        memset(speaker_of, 0, sizeof speaker_of);
        memset(met, 0, sizeof met);
        fixed.clear();
        level = list = -1;
    }

    void open_list(int at_level, int node) {
        is_used = true;
        level = at_level;
        list = node;
        met_here = 0;
        for (auto &values : found) values.clear();
        begin_turn();
    }

    void begin_turn() {
        pending = RoleValues();
        pending_seen = pending_twice = 0;
    }

    void note(int role, const Value &value) {
        const uint8_t bit = uint8_t(1u << role);
        if (pending_seen & bit) {
            pending_twice |= bit;
        } else {
            pending_seen |= bit;
            pending.of[role] = value;
        }
    }
};

/// Who speaks, by any of the usual words in any case.
inline uint8_t speaker(const char *word, size_t length) noexcept {
    static const struct {
        const char *word;
        uint8_t speaker;
    } words[] = {
        {"user", ROW_SPEAKER_USER}, {"human", ROW_SPEAKER_USER}, {"prompter", ROW_SPEAKER_USER},
        {"assistant", ROW_SPEAKER_ASSISTANT}, {"gpt", ROW_SPEAKER_ASSISTANT}, {"chatgpt", ROW_SPEAKER_ASSISTANT},
        {"model", ROW_SPEAKER_ASSISTANT}, {"bot", ROW_SPEAKER_ASSISTANT}, {"ai", ROW_SPEAKER_ASSISTANT},
        {"system", ROW_SPEAKER_SYSTEM}, {"developer", ROW_SPEAKER_DEVELOPER}, {"tool", ROW_SPEAKER_TOOL},
        {"function", ROW_SPEAKER_TOOL}, {"observation", ROW_SPEAKER_TOOL}, {"ipython", ROW_SPEAKER_TOOL},
    };
    for (const auto &known : words) {
        if (strlen(known.word) == length && strncasecmp(known.word, word, length) == 0) return known.speaker;
    }
    return ROW_SPEAKER_OTHER;
}

}  // namespace rows

#endif
