// What the targets share: bytes that a sanitizer watches to the last one, and what they hold to be true.
#ifndef FUZZ_INPUT_H
#define FUZZ_INPUT_H

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

// Ends the run, and so makes the input a finding, where something that always holds does not.
#define HOLDS(what) ((what) ? void(0) : (fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #what), abort()))

/// A copy in memory of its own, so that a read before or behind it is seen.
struct Bytes {
    std::unique_ptr<uint8_t[]> start;
    size_t length;

    Bytes(const uint8_t *from, size_t count) : start(new uint8_t[count]), length(count) {
        if (count > 0) memcpy(start.get(), from, count);
    }
    const uint8_t *get() const { return start.get(); }
};

/// An input taken apart: a few bytes that say how, then what is read.
struct Input {
    const uint8_t *next;
    size_t left;

    uint8_t byte() { return left == 0 ? 0 : (--left, *next++); }

    Bytes bytes(size_t most) {
        const size_t count = most < left ? most : left;
        Bytes taken(next, count);
        next += count;
        left -= count;
        return taken;
    }

    Bytes rest() { return bytes(left); }
};

/// The lengths of pieces, odd and mostly short, the same for the same seed.
struct Pieces {
    uint32_t state;

    size_t next(size_t most) {
        state = state * 1664525u + 1013904223u;
        const size_t wanted = 1 + ((state >> 24) % 8 == 0 ? (state >> 12) % 4096 : (state >> 16) % 24);
        return wanted < most ? wanted : most;
    }
};

#endif
