#include "CMarkdown.h"

#include <limits.h>
#include <md4c.h>

typedef struct {
    const char *text;
    size_t size;
    int (*found)(void *context, const cmd_piece *piece);
    void *context;
    // How deep what nests is nested.
    unsigned strong, emphasis, struck, quote, item;
    uint32_t style;
    uint32_t block;
    char fence;
} scan;

static void set(scan *s, uint32_t flag, int on) { s->style = on ? s->style | flag : s->style & ~flag; }

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user) {
    scan *s = user;
    switch (type) {
    case MD_BLOCK_H: set(s, CMD_HEADING, 1); break;
    case MD_BLOCK_QUOTE: set(s, CMD_QUOTE, ++s->quote > 0); break;
    case MD_BLOCK_LI: set(s, CMD_ITEM, ++s->item > 0); break;
    case MD_BLOCK_CODE:
        set(s, CMD_CODE_BLOCK, 1);
        s->block += 1;
        s->fence = ((MD_BLOCK_CODE_DETAIL *)detail)->fence_char;
        break;
    default: break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user) {
    (void)detail;
    scan *s = user;
    switch (type) {
    case MD_BLOCK_H: set(s, CMD_HEADING, 0); break;
    case MD_BLOCK_QUOTE: set(s, CMD_QUOTE, --s->quote > 0); break;
    case MD_BLOCK_LI: set(s, CMD_ITEM, --s->item > 0); break;
    case MD_BLOCK_CODE: set(s, CMD_CODE_BLOCK, 0); break;
    default: break;
    }
    return 0;
}

static int span(scan *s, MD_SPANTYPE type, int by) {
    switch (type) {
    case MD_SPAN_STRONG: set(s, CMD_STRONG, (s->strong += by) > 0); break;
    case MD_SPAN_EM: set(s, CMD_EMPHASIS, (s->emphasis += by) > 0); break;
    case MD_SPAN_DEL: set(s, CMD_STRUCK, (s->struck += by) > 0); break;
    // Code holds no other span.
    case MD_SPAN_CODE: set(s, CMD_CODE, by > 0); break;
    default: break;
    }
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user) {
    (void)detail;
    return span(user, type, 1);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user) {
    (void)detail;
    return span(user, type, -1);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *user) {
    (void)type;
    scan *s = user;
    // Line ends and the blanks of indented code come from md4c itself and not from the text.
    uintptr_t place = (uintptr_t)at, first = (uintptr_t)s->text;
    if (size == 0 || place < first || place - first >= s->size) return 0;
    const int in_block = (s->style & CMD_CODE_BLOCK) != 0;
    const cmd_piece piece = {
        .start = place - first,
        .length = size,
        .style = s->style,
        .block = in_block ? s->block : 0,
        .fence = in_block ? s->fence : 0,
    };
    return s->found(s->context, &piece);
}

int cmd_scan(const char *bytes, size_t size, int (*found)(void *context, const cmd_piece *piece), void *context) {
    if (size == 0) return 0;
    if (size >= UINT_MAX) return -1;
    scan s = {.text = bytes, .size = size, .found = found, .context = context};
    const MD_PARSER parser = {
        // No HTML: its tags are text like any other. No tables: a short text may stand for millions of empty cells.
        .flags = MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = text,
    };
    return md_parse(bytes, (MD_SIZE)size, &parser, &s);
}
