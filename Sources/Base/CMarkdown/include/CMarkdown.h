#ifndef CMARKDOWN_H
#define CMARKDOWN_H

#include <stddef.h>
#include <stdint.h>

// Says which bytes of a text stand out by its markdown, by md4c. It only looks: nothing is rendered, and nothing is left out.

enum {
    CMD_STRONG = 1,
    CMD_EMPHASIS = 2,
    CMD_CODE = 4,
    CMD_STRUCK = 8,
    CMD_HEADING = 16,
    CMD_QUOTE = 32,
    /// Inside an item of a list.
    CMD_ITEM = 64,
    /// In a block of code; `block` tells one from the next.
    CMD_CODE_BLOCK = 128
};

/// A piece of the text that is neither markup nor a line end.
typedef struct {
    size_t start;
    size_t length;
    uint32_t style;
    /// The number of the block of code that it lies in, from 1; 0 for other text.
    uint32_t block;
    /// What fences that block: '`' or '~'; 0 where it is indented, or no block of code.
    char fence;
} cmd_piece;

/// Calls `found` with the pieces in their order, until it returns other than 0.
///
/// Returns 0 when all were told; else what `found` returned, or -1 where memory ran out or the text is 4 GiB or more.
/// Takes time that grows with the text alone, whatever it holds.
int cmd_scan(const char *text, size_t size, int (*found)(void *context, const cmd_piece *piece), void *context);

#endif
