// The screen as the C files of this target see it: the only place that includes curses.
#ifndef TerminalScreen_H
#define TerminalScreen_H

#if defined(__APPLE__)
#define _DARWIN_C_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#else
#define _GNU_SOURCE
#endif
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"

#include <curses.h>
#include <stdio.h>
#include <termios.h>

#if NCURSES_EXT_COLORS
enum { MOST_PAIRS = 4096 };
#else
enum { MOST_PAIRS = 256 }; // macOS: an older library, which holds pairs in attributes
#endif
enum { COLOR_NUMBERS = 257 };

struct CTScreen {
    SCREEN *curses;
    FILE *input, *output;
    int fd;
    int locale;
    int unicode;
    int colors, pairs, pairs_made;
    int direct_color; // no palette above its first eight: colours are RGB values
    // The pair of each foreground and background of the palette, each counted from the default at 0; 0 is none yet.
    // The table is fixed: a pair once made never changes, so nothing drawn with it is drawn again.
    uint16_t pair_of[COLOR_NUMBERS][COLOR_NUMBERS];
    int pastes;
    int has_mouse, mouse_taken;
    struct termios shell_modes;
    cchar_t *row;
    int row_room;
};

#endif
