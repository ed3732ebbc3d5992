#include "TerminalScreen.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static int make_pair(int pair, int foreground, int background) {
#if NCURSES_EXT_COLORS
    return init_extended_pair(pair, foreground, background);
#else
    return init_pair((short)pair, (short)foreground, (short)background);
#endif
}

static int fill_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
#if NCURSES_EXT_COLORS
    // Through the last argument: a pair held in the attributes is clipped at 255.
    return setcchar(cell, text, attributes, 0, &pair);
#else
    return setcchar(cell, text, attributes, (short)pair, NULL);
#endif
}

// What curses is to be told for a palette number: the number, or its colour where the terminal has no palette.
static int color_of(const CTScreen *screen, int number) {
    if (!screen->direct_color || number < 8) return number;
    if (number == 8) return 0x7F7F7F;
    if (number < 16) return (number & 1 ? 0xFF0000 : 0) | (number & 2 ? 0xFF00 : 0) | (number & 4 ? 0xFF : 0);
    if (number >= 232) return (8 + 10 * (number - 232)) * 0x010101;
    static const int levels[6] = {0, 95, 135, 175, 215, 255};
    int cube = number - 16;
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6];
}

static int pair_for(CTScreen *screen, int foreground, int background) {
    if (screen->colors == 0 || (foreground < 0 && background < 0)) return 0;
    if (foreground >= screen->colors || background >= screen->colors) return 0;
    if (foreground + 1 >= COLOR_NUMBERS || background + 1 >= COLOR_NUMBERS) return 0;
    uint16_t *slot = &screen->pair_of[foreground + 1][background + 1];
    if (*slot == 0) {
        // No room for another pair: the letters' colour says more than the ground's.
        if (screen->pairs_made + 1 >= screen->pairs) return background < 0 ? 0 : pair_for(screen, foreground, -1);
        int made = screen->pairs_made + 1;
        if (make_pair(made, color_of(screen, foreground), color_of(screen, background)) == ERR) return 0;
        screen->pairs_made = made;
        *slot = (uint16_t)made;
    }
    return *slot;
}

// Returns 0 where the glyph cannot be shown and a `?` of one column stands for it.
static int make_cell(CTScreen *screen, const CTGlyph *glyph, cchar_t *cell) {
    wchar_t text[CCHARW_MAX + 1];
    int count = 0;
    // The last guard: what the library would not place as the canvas does never gets there.
    int known = glyph->base >= 0x20 && glyph->base < 0x7F;
    if (!known && screen->unicode && glyph->base >= 0xA0) known = wcwidth((wchar_t)glyph->base) == glyph->width;
    text[count++] = known ? (wchar_t)glyph->base : L'?';
    for (int i = 0; known && screen->unicode && i < 4 && count < CCHARW_MAX; i++) {
        wchar_t mark = (wchar_t)glyph->marks[i];
        if (mark >= 0x300 && wcwidth(mark) == 0) text[count++] = mark;
    }
    text[count] = 0;
    attr_t attributes = A_NORMAL;
    if (glyph->attributes & CT_BOLD) attributes |= A_BOLD;
    if (glyph->attributes & CT_DIM) attributes |= A_DIM;
    if (glyph->attributes & CT_UNDERLINE) attributes |= A_UNDERLINE;
    if (glyph->attributes & CT_REVERSE) attributes |= A_REVERSE;
    int pair = pair_for(screen, glyph->foreground, glyph->background);
    if (fill_cell(cell, text, attributes, pair) != ERR) return known;
    fill_cell(cell, L"?", attributes, pair);
    return 0;
}

void ct_put_row(CTScreen *screen, int row, const CTGlyph *glyphs, int count) {
    if (row < 0 || row >= LINES) return;
    // A stand-in for a wide glyph is narrow, so a glyph takes up to two cells.
    int room = 2 * count + COLS + 1;
    if (room > screen->row_room) {
        cchar_t *grown = realloc(screen->row, (size_t)room * sizeof *grown);
        if (!grown) return;
        screen->row = grown;
        screen->row_room = room;
    }
    int column = 0, cells = 0;
    CTGlyph blank = {.base = ' ', .foreground = -1, .background = -1, .width = 1};
    for (int i = 0; i < count && column < COLS; i++) {
        const CTGlyph *glyph = &glyphs[i];
        CTGlyph filler = *glyph;
        filler.base = ' ';
        filler.width = 1;
        memset(filler.marks, 0, sizeof filler.marks);
        if (glyph->width == 2 && column + 2 > COLS) {
            make_cell(screen, &filler, &screen->row[cells++]);
            column += 1;
            break;
        }
        int shown = make_cell(screen, glyph, &screen->row[cells++]);
        column += glyph->width;
        if (glyph->width == 2 && !shown) make_cell(screen, &filler, &screen->row[cells++]);
    }
    for (; column < COLS; column++) make_cell(screen, &blank, &screen->row[cells++]);
    wmove(stdscr, row, 0);
    wadd_wchnstr(stdscr, screen->row, cells);
}
