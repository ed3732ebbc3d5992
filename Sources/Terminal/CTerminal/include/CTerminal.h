// Why C: curses cannot be imported into Swift whole (macros, variadic functions, globals that Swift 6 rejects), and
// what runs in a signal handler must not be Swift. This header shows neither: plain numbers and a handle.
//
// One screen at a time, used from one thread; only the signal handlers run elsewhere.
#ifndef CTerminal_H
#define CTerminal_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct CTScreen CTScreen;

// What opening can answer.
enum {
    CT_OPENED = 0,
    CT_NO_TERMINAL = 1,
    CT_TERM_UNSET = 2,
    CT_TERM_DUMB = 3,
    CT_TERM_UNKNOWN = 4,
    CT_TERM_POOR = 5, // cannot place its cursor
    CT_FAILED = 6,    // see errno
};

// What was signalled since the last call; bits of ct_take_signals.
enum {
    CT_SIGNAL_RESIZE = 1,
    CT_SIGNAL_INTERRUPT = 2,
    CT_SIGNAL_STOP = 4,
    CT_SIGNAL_CONTINUE = 8,
    // The process was asked to end, and is ended after some seconds if it does not.
    CT_SIGNAL_TERMINATE = 16,
    CT_SIGNAL_HANG_UP = 32,
};

enum {
    CT_BOLD = 1,
    CT_DIM = 2,
    CT_UNDERLINE = 4,
    CT_REVERSE = 8,
};

// One glyph of a row: a base and up to four marks (0 where there is none), 1 or 2 columns.
typedef struct {
    uint32_t base;
    uint32_t marks[4];
    int32_t foreground; // a palette number below ct_colors, -1 for the terminal's default
    int32_t background; // likewise
    uint8_t attributes;
    uint8_t width;
} CTGlyph;

// The locale whose character type is in force.
enum {
    CT_LOCALE_NONE = 0,       // none with UTF-8 is to be had
    CT_LOCALE_SUBSTITUTE = 1, // the user's own has no UTF-8; another was taken
    CT_LOCALE_OWN = 2,
};

// Opens /dev/tty and takes the screen. Sets the locale's character type, unsets LINES and COLUMNS, and installs signal
// handlers: call it before other threads start.
int ct_open(int ascii_only, int without_color, CTScreen **screen);

// Gives the terminal back and puts the old signal handlers in place.
void ct_close(CTScreen *screen);

// Gives the terminal back where it is still taken, before a process ends that leaves out what `exit` would call.
void ct_give_back(void);

int ct_terminal_fd(const CTScreen *screen);
// Becomes readable when something was signalled.
int ct_signal_fd(const CTScreen *screen);
int ct_take_signals(CTScreen *screen);

int ct_columns(const CTScreen *screen);
int ct_rows(const CTScreen *screen);
// Asks the terminal for its size and follows it. Returns 1 where it is a new one.
int ct_follow_size(CTScreen *screen);

// How many colours there are; 0 where there are none.
int ct_colors(const CTScreen *screen);
// Where the encoding comes from: one of the values below.
int ct_locale(const CTScreen *screen);

// Whether the terminal's description knows of a mouse.
int ct_has_mouse(const CTScreen *screen);
// Has presses, wheel and motion with a button held sent as input, or gives the mouse back to the terminal. A stop and a
// death give it back, a return takes it again. Nothing where there is none.
void ct_take_mouse(CTScreen *screen, int take);

// The bytes a key sends by the terminal's description, as "kcuu1"; NULL where it has none. Valid while it is open.
const char *ct_key_bytes(const CTScreen *screen, const char *capability);

// Replaces a row by glyphs from its left edge; what goes beyond the right edge is cut.
void ct_put_row(CTScreen *screen, int row, const CTGlyph *glyphs, int count);
// Sends what has changed. The cursor is hidden where x is negative.
void ct_show(CTScreen *screen, int x, int y);
// Makes the next ct_show send everything.
void ct_forget(CTScreen *screen);

// Gives the terminal back, stops the process, and takes the terminal again when it goes on.
void ct_suspend(CTScreen *screen);
// Gives the terminal to another program of the same process group, and takes it again. Meanwhile Ctrl-C and Ctrl-\\ do
// nothing to this process, and Ctrl-Z stops it as it does the other.
void ct_lend(CTScreen *screen);
void ct_take_back(CTScreen *screen);
// 1 where the terminal is xterm or one of its kin, which pass over sequences that they do not know.
int ct_is_of_xterm_kind(const CTScreen *screen);
// Writes bytes to the terminal as they are, between two calls of ct_show.
void ct_write(CTScreen *screen, const uint8_t *bytes, size_t count);
// Takes the terminal again after somebody else stopped the process and let it go on.
void ct_resume(CTScreen *screen);

#ifdef __cplusplus
}
#endif
#endif
