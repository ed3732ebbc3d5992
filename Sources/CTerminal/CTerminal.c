#if defined(__APPLE__)
#define _DARWIN_C_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#else
#define _GNU_SOURCE
#endif
#define NCURSES_WIDECHAR 1

#include "CTerminal.h"
#include "TerminalSignals.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

enum { COLOR_NUMBERS = 257, MOST_PAIRS = 4096 };

struct CTScreen {
    SCREEN *curses;
    FILE *input, *output;
    int fd;
    int unicode;
    int colors, pairs, pairs_made;
    int direct_color; // no palette above its first eight: colours are RGB values
    // The pair of each foreground and background of the palette, each counted from the default at 0; 0 is none yet.
    // The table is fixed: a pair once made never changes, so nothing drawn with it is drawn again.
    uint16_t pair_of[COLOR_NUMBERS][COLOR_NUMBERS];
    int pastes;
    struct termios shell_modes;
    cchar_t *row;
    int row_room;
};

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";

// tputs gives one byte at a time and no place to keep it.
static char collected[512];
static size_t collected_length;

static int collect(int byte) {
    if (collected_length < sizeof collected) collected[collected_length++] = (char)byte;
    return byte;
}

static char *capability(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

static void collect_capability(const char *name) {
    char *value = capability(name);
    if (value) tputs(value, 1, collect);
}

static void send(const CTScreen *screen, const char *bytes) {
    ssize_t ignored = write(screen->fd, bytes, strlen(bytes));
    (void)ignored;
}

static int open_terminal(void) {
#if defined(__APPLE__)
    // poll does not take /dev/tty there, only the device behind it.
    for (int fd = 0; fd < 3; fd++) {
        const char *name = isatty(fd) ? ttyname(fd) : NULL;
        if (name) return open(name, O_RDWR | O_CLOEXEC | O_NOCTTY);
    }
    return -1;
#else
    return open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
#endif
}

static int locale_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// The character type alone: numbers keep their decimal point.
static int take_locale(void) {
    setlocale(LC_CTYPE, "");
    if (locale_is_utf8()) return 1;
    return (setlocale(LC_CTYPE, "C.UTF-8") && locale_is_utf8()) || (setlocale(LC_CTYPE, "en_US.UTF-8") && locale_is_utf8());
}

static int check_description(int fd) {
    const char *term = getenv("TERM");
    if (!term || !*term) return CT_TERM_UNSET;
    if (strcmp(term, "dumb") == 0) return CT_TERM_DUMB;
    int found = 0;
    if (setupterm(NULL, fd, &found) != OK) return CT_TERM_UNKNOWN;
    int poor = capability("cup") == NULL || capability("clear") == NULL;
    if (poor) {
        del_curterm(cur_term);
        return CT_TERM_POOR;
    }
    return CT_OPENED;
}

// Everything that is switched on, off again, in one string that a signal handler can write.
static void collect_restore(const CTScreen *screen) {
    collected_length = 0;
    if (screen->pastes)
        for (const char *at = paste_off; *at; at++) collect(*at);
    collect_capability("rmkx");
    collect_capability("sgr0");
    collect_capability("op");
    char *place = capability("cup");
    // Terminals without a second screen are left at the bottom; a row too far is clipped to the last one.
    if (place && !capability("rmcup")) tputs(tparm(place, 998L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 1, collect);
    collect_capability("cnorm");
    collect_capability("rmcup");
}

static void start_colors(CTScreen *screen, int without_color) {
    if (without_color || !has_colors()) return;
    start_color();
    use_default_colors();
    screen->colors = COLORS;
    screen->pairs = COLOR_PAIRS < MOST_PAIRS ? COLOR_PAIRS : MOST_PAIRS;
    screen->direct_color = COLORS > 256 && (tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || capability("RGB"));
    screen->pairs_made = 0;
}

int ct_open(int ascii_only, int without_color, CTScreen **result) {
    int fd = open_terminal();
    if (fd < 0) return CT_NO_TERMINAL;
    struct termios modes;
    if (tcgetattr(fd, &modes) != 0) {
        close(fd);
        return CT_NO_TERMINAL;
    }
    int state = check_description(fd);
    if (state != CT_OPENED) {
        close(fd);
        return state;
    }
    CTScreen *screen = calloc(1, sizeof *screen);
    int second = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (screen) screen->input = fdopen(fd, "r");
    if (screen && second >= 0) screen->output = fdopen(second, "w");
    if (!screen || !screen->input || !screen->output) {
        int why = errno;
        if (screen && screen->input) fclose(screen->input);
        else close(fd);
        if (second >= 0) close(second);
        free(screen);
        errno = why;
        return CT_FAILED;
    }
    screen->fd = fd;
    screen->shell_modes = modes;
    // They would freeze the size.
    unsetenv("LINES");
    unsetenv("COLUMNS");
    screen->unicode = take_locale() && !ascii_only;
    const char *enter = capability("smcup");
    screen->pastes = enter && strstr(enter, "?1049h") != NULL;
    collect_restore(screen);
    del_curterm(cur_term);
    // Before curses, which takes only the signals that nobody has.
    if (ct_signals_install(fd, &modes, collected, collected_length) != 0) {
        int why = errno;
        fclose(screen->input);
        fclose(screen->output);
        free(screen);
        errno = why;
        return CT_FAILED;
    }
    ct_signals_set_active(1);
    screen->curses = newterm(NULL, screen->output, screen->input);
    if (!screen->curses) {
        ct_signals_remove();
        tcsetattr(fd, TCSANOW, &modes);
        fclose(screen->input);
        fclose(screen->output);
        free(screen);
        return CT_TERM_UNKNOWN;
    }
    ct_signals_reinstall();
    raw();
    noecho();
    // Bytes are read and decoded by the caller; curses only has to switch the keypad on.
    keypad(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    // An update is sent whole, typed ahead or not.
    typeahead(-1);
    set_escdelay(25);
    start_colors(screen, without_color);
    refresh();
    if (screen->pastes) send(screen, paste_on);
    *result = screen;
    return CT_OPENED;
}

void ct_close(CTScreen *screen) {
    if (screen->pastes) send(screen, paste_off);
    endwin();
    tcsetattr(screen->fd, TCSADRAIN, &screen->shell_modes);
    ct_signals_remove();
    delscreen(screen->curses);
    fclose(screen->input);
    fclose(screen->output);
    free(screen->row);
    free(screen);
}

int ct_terminal_fd(const CTScreen *screen) { return screen->fd; }

int ct_signal_fd(const CTScreen *screen) {
    (void)screen;
    return ct_signals_fd();
}

int ct_take_signals(CTScreen *screen) {
    (void)screen;
    return ct_signals_take();
}

int ct_columns(const CTScreen *screen) {
    (void)screen;
    return COLS;
}

int ct_rows(const CTScreen *screen) {
    (void)screen;
    return LINES;
}

int ct_follow_size(CTScreen *screen) {
    struct winsize size;
    if (ioctl(screen->fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return 0;
    if (!is_term_resized(size.ws_row, size.ws_col)) return 0;
    resizeterm(size.ws_row, size.ws_col);
    ct_forget(screen);
    return 1;
}

int ct_colors(const CTScreen *screen) { return screen->colors; }

int ct_unicode(const CTScreen *screen) { return screen->unicode; }

const char *ct_key_bytes(const CTScreen *screen, const char *name) {
    (void)screen;
    return capability(name);
}

// What curses is to be told for a palette number: the number, or its colour where the terminal has no palette.
static int color_of(const CTScreen *screen, int number) {
    if (!screen->direct_color || number < 8) return number;
    if (number < 16) return (number & 1 ? 0xFF0000 : 0) | (number & 2 ? 0xFF00 : 0) | (number & 4 ? 0xFF : 0) | (number == 8 ? 0x7F7F7F : 0);
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
        if (init_extended_pair(made, color_of(screen, foreground), color_of(screen, background)) == ERR) return 0;
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
        if (glyph->marks[i] >= 0x300 && wcwidth((wchar_t)glyph->marks[i]) == 0) text[count++] = (wchar_t)glyph->marks[i];
    }
    text[count] = 0;
    attr_t attributes = A_NORMAL;
    if (glyph->attributes & CT_BOLD) attributes |= A_BOLD;
    if (glyph->attributes & CT_DIM) attributes |= A_DIM;
    if (glyph->attributes & CT_UNDERLINE) attributes |= A_UNDERLINE;
    if (glyph->attributes & CT_REVERSE) attributes |= A_REVERSE;
    // The pair goes through the last argument: a pair held in the attributes is clipped at 255.
    int pair = pair_for(screen, glyph->foreground, glyph->background);
    if (setcchar(cell, text, attributes, 0, &pair) != ERR) return known;
    setcchar(cell, L"?", attributes, 0, &pair);
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

void ct_show(CTScreen *screen, int x, int y) {
    (void)screen;
    int visible = x >= 0 && y >= 0 && x < COLS && y < LINES;
    curs_set(visible);
    // Where a terminal cannot hide its cursor it rests in the corner.
    wmove(stdscr, visible ? y : LINES - 1, visible ? x : COLS - 1);
    wrefresh(stdscr);
}

void ct_forget(CTScreen *screen) {
    (void)screen;
    clearok(curscr, TRUE);
}

static void take_again(CTScreen *screen) {
    ct_signals_set_active(1);
    reset_prog_mode();
    ct_follow_size(screen);
    ct_forget(screen);
    wrefresh(stdscr);
    if (screen->pastes) send(screen, paste_on);
}

void ct_suspend(CTScreen *screen) {
    if (screen->pastes) send(screen, paste_off);
    endwin();
    tcsetattr(screen->fd, TCSADRAIN, &screen->shell_modes);
    ct_signals_set_active(0);
    if (getsid(0) == getpid()) {
        // Nobody in this session could let a whole stopped group go on: only the parent can.
        raise(SIGSTOP);
    } else {
        // The group, as Ctrl-Z does: a pipeline stops with all its parts, or the shell would wait for the others.
        struct sigaction plain, before;
        memset(&plain, 0, sizeof plain);
        plain.sa_handler = SIG_DFL;
        sigaction(SIGTSTP, &plain, &before);
        kill(0, SIGTSTP);
        sigaction(SIGTSTP, &before, NULL);
    }
    take_again(screen);
}

void ct_resume(CTScreen *screen) {
    // Others may have written to the screen and set the line's modes; all of it is done again.
    endwin();
    take_again(screen);
}
