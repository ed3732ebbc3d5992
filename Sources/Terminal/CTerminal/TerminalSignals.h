// What is to be done to the terminal when the process must die at once, or was signalled otherwise.
#ifndef TerminalSignals_H
#define TerminalSignals_H

#include <stddef.h>
#include <termios.h>

// Takes over the signals. `restore` is what brings the terminal's modes back; it is copied.
// Returns 0, or -1 with errno.
int ct_signals_install(int fd, const struct termios *modes, const char *restore, size_t length);
// Puts the handlers in place again, in case a library took one.
void ct_signals_reinstall(void);
void ct_signals_remove(void);
// Leaves what the keyboard signals to another program, until the handlers are put in place again.
void ct_signals_lend(void);
// 1 while the screen is taken: only then do the handlers write to the terminal.
void ct_signals_set_active(int active);
int ct_signals_fd(void);
int ct_signals_take(void);

#endif
