#include "Turns.h"

#include <cstdlib>

namespace rows {

Paths::Turn Paths::turn_of(const std::string &key, int list) {
    const size_t mark = key.find(char(ROW_TURN_MARK), 1);
    Turn turn;
    turn.list = list;
    turn.word = key.substr(1, mark == std::string::npos ? mark : mark - 1);
    turn.speaker = turn.word.empty() ? uint8_t(ROW_SPEAKER_NONE) : speaker(turn.word.data(), turn.word.size());
    turn.place = mark == std::string::npos ? 0 : atoll(key.c_str() + mark + 1);
    return turn;
}

}  // namespace rows

int row_speaker(const uint8_t *word, size_t length) {
    return rows::speaker(reinterpret_cast<const char *>(word), length);
}
