// What the formats have in common: each begins with an `inflater`, and knows how to begin a member and to take its bytes.
#ifndef INFLATER_H
#define INFLATER_H

#include "CInflate.h"

// What is read, and what is made of it.
typedef struct {
    const uint8_t *next, *end;
    uint8_t *out, *out_end;
} inflater_bytes;

// What a format does; both give INFLATER_FINE or what is wrong.
typedef struct {
    // Makes ready for a member, frame or stream of which not a byte was taken.
    int (*begin)(inflater *);
    // Takes bytes until there are none, or no room, or the member ends, which is to be said; moves `next` and `out`.
    int (*take)(inflater *, inflater_bytes *, bool *ends);
    void (*destroy)(inflater *);
    // Whether zeros may stand behind a member: tape drives and some writers leave them there.
    bool is_padded;
} inflater_format;

struct inflater {
    const inflater_format *format;
    bool is_inside;  // a member
    bool any_member; // was read to its end
    const char *problem;
};

static inline inflater inflater_of(const inflater_format *format) {
    return (inflater){format, false, false, ""};
}

#endif
