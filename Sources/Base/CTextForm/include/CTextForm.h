#ifndef CTEXTFORM_H
#define CTEXTFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The form in which texts are compared: composed, with full case folding and without what is ignored by default (utf8proc).

/// Writes the form of a text of code points, and returns how many it has: where that is more than `room`, nothing is written
/// that could be used, and it is to be asked again with as much. SIZE_MAX where memory ran out.
///
/// Takes time that grows with the text alone, whatever it holds.
size_t ctf_form(const uint32_t *codes, size_t count, uint32_t *form, size_t room);

/// Whether a code point is a space, a control, punctuation or a symbol: what parts words and is none.
bool ctf_parts_words(uint32_t code);

/// Whether a code point may combine with what stands before it.
bool ctf_combines(uint32_t code);

#endif
