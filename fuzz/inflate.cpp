// gzip and zstd, whole and in odd pieces: both ways give the same bytes and the same verdict.
#include <vector>

#include "CInflate.h"
#include "Input.h"

namespace {

constexpr size_t most = 1 << 20;

struct Outcome {
    std::vector<uint8_t> bytes;
    bool is_sound = true;
    bool may_end = false;
    bool is_cut = false;
};

Outcome inflate(bool zstd, const Bytes &input, Pieces *pieces) {
    Outcome outcome;
    inflater *inflater = zstd ? inflater_create_zstd() : inflater_create_gzip();
    HOLDS(inflater != nullptr);
    size_t at = 0;
    while (true) {
        const Bytes piece(input.get() + at, pieces ? pieces->next(input.length - at) : input.length - at);
        const size_t room = pieces ? pieces->next(most) : most;
        std::unique_ptr<uint8_t[]> output(new uint8_t[room]);
        size_t consumed = 0, produced = 0;
        outcome.is_sound =
            inflater_run(inflater, piece.get(), piece.length, &consumed, output.get(), room, &produced);
        HOLDS(consumed <= piece.length && produced <= room);
        if (!outcome.is_sound) {
            HOLDS(inflater_problem(inflater) != nullptr && *inflater_problem(inflater) != 0);
            break;
        }
        outcome.bytes.insert(outcome.bytes.end(), output.get(), output.get() + produced);
        at += consumed;
        // What came is all: a stream may hold millions of times its own size.
        outcome.is_cut = outcome.bytes.size() > most;
        if (outcome.is_cut || (consumed == 0 && produced == 0 && piece.length == input.length - at)) break;
    }
    outcome.may_end = outcome.is_sound && at == input.length && inflater_may_end(inflater);
    inflater_destroy(inflater);
    return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Input input{data, size};
    const bool zstd = input.byte() % 2 == 1;
    Pieces pieces{input.byte()};
    const Bytes packed = input.rest();
    const Outcome whole = inflate(zstd, packed, nullptr), cut = inflate(zstd, packed, &pieces);
    if (whole.is_cut || cut.is_cut) return 0;
    HOLDS(whole.is_sound == cut.is_sound && whole.may_end == cut.may_end);
    HOLDS(!whole.is_sound || whole.bytes == cut.bytes);
    return 0;
}
