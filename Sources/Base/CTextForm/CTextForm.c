#include "CTextForm.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { OPTIONS = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE };

static int class_of(uint32_t code) { return utf8proc_get_property((utf8proc_int32_t)code)->combining_class; }

/// Puts marks that follow each other into the order of their classes, those of one class as they stand.
static bool order(uint32_t *marks, size_t count)
{
    if (count <= 16) {
        for (size_t i = 1; i < count; i++) {
            uint32_t mark = marks[i];
            int class = class_of(mark);
            size_t at = i;
            for (; at > 0 && class_of(marks[at - 1]) > class; at--) marks[at] = marks[at - 1];
            marks[at] = mark;
        }
        return true;
    }
    // A text may hold any number of marks: their classes are few, so they are counted.
    size_t starts[257] = {0};
    for (size_t i = 0; i < count; i++) starts[class_of(marks[i]) + 1]++;
    for (int class = 0; class < 256; class++) starts[class + 1] += starts[class];
    uint32_t *ordered = malloc(count * sizeof *ordered);
    if (!ordered) return false;
    for (size_t i = 0; i < count; i++) ordered[starts[class_of(marks[i])]++] = marks[i];
    memcpy(marks, ordered, count * sizeof *ordered);
    free(ordered);
    return true;
}

size_t ctf_form(const uint32_t *codes, size_t count, uint32_t *form, size_t room)
{
    size_t used = 0;
    int boundary = 0;
    for (size_t i = 0; i < count; i++) {
        size_t left = used < room ? room - used : 0;
        utf8proc_ssize_t more = utf8proc_decompose_char(
            (utf8proc_int32_t)codes[i], (utf8proc_int32_t *)form + (left ? used : 0), (utf8proc_ssize_t)left, OPTIONS,
            &boundary);
        // What is no code point has no form.
        if (more > 0) used += (size_t)more;
    }
    if (used > room) return used;
    for (size_t i = 0; i < used;) {
        size_t end = i;
        while (end < used && class_of(form[end]) != 0) end++;
        if (end - i > 1 && !order(form + i, end - i)) return SIZE_MAX;
        i = end + 1;
    }
    utf8proc_ssize_t composed = utf8proc_normalize_utf32((utf8proc_int32_t *)form, (utf8proc_ssize_t)used, OPTIONS);
    return composed < 0 ? 0 : (size_t)composed;
}

bool ctf_parts_words(uint32_t code)
{
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return true;
    default: return false;
    }
}

bool ctf_combines(uint32_t code)
{
    // Vowels and finals of Hangul, which have no class, join a syllable.
    if ((code >= 0x1160 && code <= 0x11FF) || (code >= 0xD7B0 && code <= 0xD7FF)) return true;
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return true;
    default: return class_of(code) != 0;
    }
}
