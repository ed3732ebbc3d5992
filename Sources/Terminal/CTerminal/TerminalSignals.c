#include "TerminalSignals.h"
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A Swift trap runs neither `defer` nor `atexit`, and the runtime's backtracer would talk to a raw terminal. So these
// handlers write a prepared string, restore the line's modes, and die of the same signal: the shell sees the true one.

static const int dying[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGQUIT, SIGUSR1,
                            SIGUSR2, SIGALRM, SIGXCPU, SIGXFSZ, SIGSYS, SIGVTALRM, SIGPROF};
// SIGTERM and SIGHUP ask for an end: there are files to be closed first, which no handler can do.
static const int noted[] = {SIGWINCH, SIGINT, SIGTSTP, SIGCONT, SIGTERM, SIGHUP};
enum { DYING = sizeof dying / sizeof *dying, NOTED = sizeof noted / sizeof *noted };

static struct sigaction old_dying[DYING], old_noted[NOTED];
static int installed;

static int tty = -1;
static int wake[2] = {-1, -1};
static struct termios shell_modes;
static char restore_bytes[512];
static size_t restore_length;
enum { FREE, TAKEN, BEING_GIVEN };
static atomic_int screen_taken;
static atomic_int signals;
// The signal that asked for the end; 0 while none did.
static atomic_int asked;

// Enough for the handler's own frames; a stack overflow leaves no other place to run.
static char other_stack[65536];
static stack_t old_stack;

// A fifth of a second, a few times over: what a slow line needs, and no more than a dying process may take.
enum { PATIENCE = 200, TRIES = 5 };
// The seconds that the program has to end by itself once it was asked to.
enum { GRACE = 5 };

static void write_restore(void) {
    // A terminal that takes nothing must not keep the process from dying.
    int flags = fcntl(tty, F_GETFL);
    if (flags >= 0) fcntl(tty, F_SETFL, flags | O_NONBLOCK);
    size_t done = 0;
    for (int tries = 0; done < restore_length && tries < TRIES;) {
        ssize_t count = write(tty, restore_bytes + done, restore_length - done);
        if (count > 0) {
            done += (size_t)count;
        } else if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
            struct pollfd room = {.fd = tty, .events = POLLOUT};
            poll(&room, 1, PATIENCE);
            tries++;
        } else {
            break;
        }
    }
    tcsetattr(tty, TCSANOW, &shell_modes);
}

static void give_back(void) {
    int before = atomic_exchange(&screen_taken, BEING_GIVEN);
    if (before == TAKEN) {
        write_restore();
        atomic_store(&screen_taken, FREE);
        return;
    }
    if (before == FREE) {
        atomic_store(&screen_taken, FREE);
        return;
    }
    // Another thread is at it: to die now would cut it short.
    for (int tries = 0; tries < TRIES && atomic_load(&screen_taken) == BEING_GIVEN; tries++) {
        poll(NULL, 0, PATIENCE);
    }
}

static void on_dying(int number) {
    // The time to end by itself is over.
    if (number == SIGALRM && atomic_load(&asked) != 0) number = atomic_load(&asked);
    give_back();
    struct sigaction plain;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    sigaction(number, &plain, NULL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
    _exit(128 + number);
}

static void on_noted(int number) {
    int before = errno;
    if (number == SIGTERM || number == SIGHUP) {
        // Who asks twice does not want to wait.
        if (atomic_exchange(&asked, number) != 0) on_dying(number);
        alarm(GRACE);
    }
    int bit = number == SIGWINCH ? CT_SIGNAL_RESIZE
            : number == SIGINT   ? CT_SIGNAL_INTERRUPT
            : number == SIGTSTP  ? CT_SIGNAL_STOP
            : number == SIGTERM  ? CT_SIGNAL_TERMINATE
            : number == SIGHUP   ? CT_SIGNAL_HANG_UP
                                 : CT_SIGNAL_CONTINUE;
    atomic_fetch_or(&signals, bit);
    ssize_t ignored = write(wake[1], "", 1);
    (void)ignored;
    errno = before;
}

void ct_give_back(void) {
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);
    give_back();
}

void ct_signals_reinstall(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    // Nothing interrupts it: a second signal would end the process halfway, and SIGTTOU would stop one in the background.
    sigfillset(&action.sa_mask);
    action.sa_handler = on_dying;
    action.sa_flags = SA_ONSTACK;
    for (int i = 0; i < DYING; i++) {
        // What was ignored stays ignored: `nohup` means it.
        if (old_dying[i].sa_handler == SIG_IGN) continue;
        sigaction(dying[i], &action, NULL);
    }
    sigemptyset(&action.sa_mask);
    action.sa_handler = on_noted;
    action.sa_flags = SA_ONSTACK | SA_RESTART;
    for (int i = 0; i < NOTED; i++) {
        if (noted[i] != SIGWINCH && noted[i] != SIGCONT && old_noted[i].sa_handler == SIG_IGN) continue;
        sigaction(noted[i], &action, NULL);
    }
}

int ct_signals_install(int fd, const struct termios *modes, const char *restore, size_t length) {
    static int exit_registered;
    if (pipe(wake) != 0) return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(wake[i], F_SETFD, FD_CLOEXEC);
        fcntl(wake[i], F_SETFL, O_NONBLOCK);
    }
    tty = fd;
    shell_modes = *modes;
    restore_length = length < sizeof restore_bytes ? length : sizeof restore_bytes;
    memcpy(restore_bytes, restore, restore_length);
    atomic_store(&signals, 0);

    stack_t stack;
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = other_stack;
    stack.ss_size = sizeof other_stack;
    sigaltstack(&stack, &old_stack);

    for (int i = 0; i < DYING; i++) sigaction(dying[i], NULL, &old_dying[i]);
    for (int i = 0; i < NOTED; i++) sigaction(noted[i], NULL, &old_noted[i]);
    ct_signals_reinstall();
    installed = 1;
    if (!exit_registered) {
        exit_registered = 1;
        // `exit` from anywhere, such as an error path that forgets to close.
        atexit(ct_give_back);
    }
    return 0;
}

void ct_signals_remove(void) {
    if (!installed) return;
    installed = 0;
    if (atomic_exchange(&asked, 0) != 0) alarm(0);
    atomic_store(&screen_taken, FREE);
    for (int i = 0; i < DYING; i++) sigaction(dying[i], &old_dying[i], NULL);
    for (int i = 0; i < NOTED; i++) sigaction(noted[i], &old_noted[i], NULL);
    if (old_stack.ss_sp != NULL) sigaltstack(&old_stack, NULL);
    close(wake[0]);
    close(wake[1]);
    wake[0] = wake[1] = tty = -1;
}

void ct_signals_lend(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_IGN;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGQUIT, &action, NULL);
    // Whoever waits for another program cannot end in good order.
    action.sa_handler = on_dying;
    sigfillset(&action.sa_mask);
    action.sa_flags = SA_ONSTACK;
    for (int i = 0; i < NOTED; i++)
        if ((noted[i] == SIGTERM || noted[i] == SIGHUP) && old_noted[i].sa_handler != SIG_IGN)
            sigaction(noted[i], &action, NULL);
    sigemptyset(&action.sa_mask);
    action.sa_flags = 0;
    // Both stop together, so that the shell that waits for us has its turn.
    action.sa_handler = SIG_DFL;
    for (int i = 0; i < NOTED; i++)
        if (noted[i] == SIGTSTP && old_noted[i].sa_handler != SIG_IGN) sigaction(SIGTSTP, &action, NULL);
}

void ct_signals_set_active(int active) { atomic_store(&screen_taken, active ? TAKEN : FREE); }

int ct_signals_fd(void) { return wake[0]; }

int ct_signals_take(void) {
    char bytes[64];
    while (read(wake[0], bytes, sizeof bytes) > 0) {
    }
    return atomic_exchange(&signals, 0);
}
