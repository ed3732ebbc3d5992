// libvterm reads what the program writes, so that tests see cells and not escape sequences.
#include <spawn.h>
#include <vterm.h>

// Calls that the Glibc module leaves out, because it is imported without _XOPEN_SOURCE and _GNU_SOURCE.
extern int posix_openpt(int flags);
extern int grantpt(int fd);
extern int unlockpt(int fd);
extern int ptsname_r(int fd, char *name, size_t size);
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
