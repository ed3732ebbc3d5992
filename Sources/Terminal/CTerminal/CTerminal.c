#include "TerminalScreen.h"
#include "TerminalSignals.h"

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
#include <unistd.h>

static const char paste_on[] = "\033[?2004h", paste_off[] = "\033[?2004l";
// Presses, releases and motion with a button held, as decimal numbers. What curses would ask for itself tells no motion, and
// under the descriptions of tmux and screen comes in an encoding that ends at column 223.
static const char mouse_on[] = "\033[?1002h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1002l";

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

static void send_bytes(const CTScreen *screen, const char *bytes, size_t left) {
    while (left > 0) {
        ssize_t count = write(screen->fd, bytes, left);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        bytes += count;
        left -= (size_t)count;
    }
}

static void send(const CTScreen *screen, const char *bytes) { send_bytes(screen, bytes, strlen(bytes)); }

// Our own modes, which curses knows nothing of.
static void modes_on(const CTScreen *screen) {
    if (screen->pastes) send(screen, paste_on);
    if (screen->mouse_taken) send(screen, mouse_on);
}

static void modes_off(const CTScreen *screen) {
    if (screen->mouse_taken) send(screen, mouse_off);
    if (screen->pastes) send(screen, paste_off);
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
    if (locale_is_utf8()) return CT_LOCALE_OWN;
    if (setlocale(LC_CTYPE, "C.UTF-8") && locale_is_utf8()) return CT_LOCALE_SUBSTITUTE;
    if (setlocale(LC_CTYPE, "en_US.UTF-8") && locale_is_utf8()) return CT_LOCALE_SUBSTITUTE;
    return CT_LOCALE_NONE;
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
    // Whether it is on just then does not matter.
    if (screen->has_mouse)
        for (const char *at = mouse_off; *at; at++) collect(*at);
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

// Takes away how a capability begins, where it does and something is left; in place, since the library has no other way to
// change a description that is in use.
static void cut_beginning(char *name, const char *beginning) {
    char *text = tigetstr(name);
    size_t length = strlen(beginning);
    if (text && text != (char *)-1 && strncmp(text, beginning, length) == 0 && text[length])
        memmove(text, text + length, strlen(text + length) + 1);
}

// Descriptions of xterm and its kin switch back to the usual character set with every change of attributes. Where lines are
// drawn in Unicode it never was another one, and over a slow line these bytes are a tenth of a frame.
static void spare_character_set(void) {
    cut_beginning("sgr0", "\033(B");
    cut_beginning("sgr", "%?%p9%t\033(0%e\033(B%;");
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
    screen->locale = take_locale();
    screen->unicode = screen->locale != CT_LOCALE_NONE && !ascii_only;
    const char *enter = capability("smcup");
    screen->pastes = enter && strstr(enter, "?1049h") != NULL;
    // The console of Linux has the entry, and tells only of presses, to those who ask otherwise.
    const char *term = getenv("TERM");
    screen->has_mouse = capability("kmous") != NULL && term && strncmp(term, "linux", 5) != 0;
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
    if (screen->unicode) spare_character_set();
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
    modes_on(screen);
    *result = screen;
    return CT_OPENED;
}

void ct_close(CTScreen *screen) {
    modes_off(screen);
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

int ct_has_mouse(const CTScreen *screen) { return screen->has_mouse; }

void ct_take_mouse(CTScreen *screen, int take) {
    if (!screen->has_mouse || !take == !screen->mouse_taken) return;
    screen->mouse_taken = take != 0;
    send(screen, take ? mouse_on : mouse_off);
}

int ct_colors(const CTScreen *screen) { return screen->colors; }

int ct_locale(const CTScreen *screen) { return screen->locale; }

const char *ct_key_bytes(const CTScreen *screen, const char *name) {
    (void)screen;
    return capability(name);
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
    modes_on(screen);
}

void ct_suspend(CTScreen *screen) {
    modes_off(screen);
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
        sigaction(SIGTSTP, NULL, &before);
        // Ignored since the start: nobody there could let a stopped process go on.
        if (before.sa_handler != SIG_IGN) {
            sigaction(SIGTSTP, &plain, NULL);
            kill(0, SIGTSTP);
            sigaction(SIGTSTP, &before, NULL);
        }
    }
    take_again(screen);
}

void ct_resume(CTScreen *screen) {
    // Others may have written to the screen and set the line's modes; all of it is done again.
    endwin();
    take_again(screen);
}

void ct_lend(CTScreen *screen) {
    modes_off(screen);
    endwin();
    tcsetattr(screen->fd, TCSADRAIN, &screen->shell_modes);
    ct_signals_set_active(0);
    ct_signals_lend();
}

void ct_take_back(CTScreen *screen) {
    ct_signals_reinstall();
    // A program that was killed may have left its mouse on.
    if (screen->pastes) send(screen, "\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1004l");
    take_again(screen);
}

int ct_is_of_xterm_kind(const CTScreen *screen) { return screen->pastes; }

void ct_write(CTScreen *screen, const uint8_t *bytes, size_t count) {
    send_bytes(screen, (const char *)bytes, count);
}
