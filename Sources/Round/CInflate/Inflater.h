// What the formats have in common: each begins with an `inflater`, and knows how to take bytes.
#ifndef INFLATER_H
#define INFLATER_H

#include "CInflate.h"

// What is read, and what is made of it.
typedef struct {
    const uint8_t *next, *end;
    uint8_t *out, *out_end;
} inflater_bytes;

struct inflater {
    // Takes bytes until there are none, or no room; moves `next` and `out`.
    int (*run)(inflater *, inflater_bytes *);
    void (*destroy)(inflater *);
    bool between_members;
    bool any_member;
    const char *problem;
};

// Goes over the zeros behind a member, which tape drives and some writers leave there.
static inline void skip_padding(const inflater *it, inflater_bytes *bytes) {
    while (it->any_member && bytes->next < bytes->end && *bytes->next == 0) ++bytes->next;
}

#endif
