// gzip, zstd, xz and bzip2, whole and in odd pieces: both ways give the same bytes and the same verdict.
#include <vector>

#include "CInflate.h"
#include "Input.h"

namespace {

constexpr size_t most = 1 << 20;

// For windows and dictionaries; what asks for more is refused in both ways.
constexpr uint64_t memory = 16 << 20;

struct Outcome {
    std::vector<uint8_t> bytes;
    int state = INFLATER_FINE;
    bool may_end = false;
    bool is_cut = false;
};

inflater *create(int format) {
    switch (format) {
        case 0: return inflater_create_gzip();
        case 1: return inflater_create_zstd(memory);
        case 2: return inflater_create_xz(memory);
        default: return inflater_create_bzip2();
    }
}

Outcome inflate(int format, const Bytes &input, Pieces *pieces) {
    Outcome outcome;
    inflater *inflater = create(format);
    HOLDS(inflater != nullptr);
    size_t at = 0;
    while (true) {
        const Bytes piece(input.get() + at, pieces ? pieces->next(input.length - at) : input.length - at);
        const size_t room = pieces ? pieces->next(most) : most;
        std::unique_ptr<uint8_t[]> output(new uint8_t[room]);
        size_t consumed = 0, produced = 0;
        outcome.state =
            inflater_run(inflater, piece.get(), piece.length, &consumed, output.get(), room, &produced);
        HOLDS(consumed <= piece.length && produced <= room);
        if (outcome.state == INFLATER_DAMAGED) {
            HOLDS(inflater_problem(inflater) != nullptr && *inflater_problem(inflater) != 0);
        }
        if (outcome.state != INFLATER_FINE) break;
        outcome.bytes.insert(outcome.bytes.end(), output.get(), output.get() + produced);
        at += consumed;
        // What came is all: a stream may hold millions of times its own size.
        outcome.is_cut = outcome.bytes.size() > most;
        if (outcome.is_cut || (consumed == 0 && produced == 0 && piece.length == input.length - at)) break;
    }
    outcome.may_end = outcome.state == INFLATER_FINE && at == input.length && inflater_may_end(inflater);
    inflater_destroy(inflater);
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Input input{data, size};
    const int format = input.byte() % 4;
    Pieces pieces{input.byte()};
    const Bytes packed = input.rest();
    const Outcome whole = inflate(format, packed, nullptr), cut = inflate(format, packed, &pieces);
    if (whole.is_cut || cut.is_cut) return 0;
    HOLDS(whole.state == cut.state && whole.may_end == cut.may_end);
    HOLDS(whole.state != INFLATER_FINE || whole.bytes == cut.bytes);
    return 0;
}
