#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <sys/mount.h>
#include <sys/param.h>
#endif
#ifdef __linux__
#include <sys/vfs.h>
#endif
#include <wchar.h>

int cp_column_width(uint32_t character) {
    return wcwidth((wchar_t)character);
}

void cp_report_file_size_limits(void) {
    struct sigaction action;
    if (sigaction(SIGXFSZ, NULL, &action) == 0 && action.sa_handler == SIG_DFL)
        signal(SIGXFSZ, SIG_IGN);
}

#if defined(__APPLE__)

int cp_rename_new(const char *source, const char *target) {
    return renamex_np(source, target, RENAME_EXCL) == 0 ? 0 : errno;
}

int cp_rename_exchange(const char *source, const char *target) {
    return renamex_np(source, target, RENAME_SWAP) == 0 ? 0 : errno;
}

#elif defined(__GLIBC__)

int cp_rename_new(const char *source, const char *target) {
    return renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int cp_rename_exchange(const char *source, const char *target) {
    return renameat2(AT_FDCWD, source, AT_FDCWD, target, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

#else

int cp_rename_new(const char *source, const char *target) {
    (void)source;
    (void)target;
    return ENOSYS;
}

int cp_rename_exchange(const char *source, const char *target) {
    (void)source;
    (void)target;
    return ENOSYS;
}

#endif

#if defined(__linux__) && defined(__GLIBC__)

void cp_begin_writeback(int descriptor, int64_t offset, int64_t length) {
    (void)sync_file_range(descriptor, offset, length, SYNC_FILE_RANGE_WRITE);
}

#else

void cp_begin_writeback(int descriptor, int64_t offset, int64_t length) {
    (void)descriptor;
    (void)offset;
    (void)length;
}

#endif

int cp_hold(int descriptor, const char *path) {
    struct stat ours, there;
    // Whoever has the lock is about to take it away; a file system without locks refuses with other words.
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return -1;
    // Numbers of links do not tell: some file systems count none, or never those of folders.
    if (fstat(descriptor, &ours) != 0 || lstat(path, &there) != 0) return -1;
    return ours.st_ino == there.st_ino ? 0 : -1;
}

static int is_abandoned(const char *path, const struct stat *about, int64_t process) {
    enum { HOUR = 3600, DAY = 24 * HOUR };
    int shared = cp_is_network_file(path);
    if (!shared && (process == getpid() || (kill((pid_t)process, 0) != 0 && errno == ESRCH))) return 1;
    time_t last = about->st_mtime;
    // A folder that was moved aside is as old as the move.
    if (S_ISDIR(about->st_mode) && about->st_ctime > last) last = about->st_ctime;
    return (int64_t)time(NULL) - (int64_t)last > (shared ? DAY : HOUR);
}

int cp_take_abandoned(const char *path, int64_t process) {
    struct stat about;
    if (process <= 0 || process > INT32_MAX || lstat(path, &about) != 0) return -1;
    if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) return -1;
    // Before it is opened: not even for a moment is a lock taken on what a living process has.
    if (!is_abandoned(path, &about, process)) return -1;
    if (S_ISREG(about.st_mode) && about.st_nlink > 1) {
        // It came to be what it was made for. This process may use it as such, and loses its locks on it with any close.
        unlink(path);
        return -1;
    }
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return -1;
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return file;
    close(file);
    return -1;
}

void cp_give_memory_back(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

int cp_is_network_file(const char *path) {
    struct statfs about;
    if (statfs(path, &about) != 0) return 0;
#if defined(__linux__)
    switch ((uint32_t)about.f_type) {
        case 0x00006969: // NFS
        case 0x0000517B: // SMB
        case 0xFE534D42: // SMB 2
        case 0xFF534D42: // CIFS
        case 0x00C36400: // Ceph
        case 0x01021997: // 9P
        case 0x0BD00BD0: // Lustre
        case 0x47504653: // GPFS
        case 0x19830326: // BeeGFS
        case 0x5346414F: // AFS
        case 0x73757245: // Coda
        case 0x7461636F: // OCFS2
        case 0x01161970: // GFS2
        case 0x65735546: // FUSE: sshfs, s3fs and the like
            return 1;
        default: return 0;
    }
#elif defined(__APPLE__)
    return (about.f_flags & MNT_LOCAL) == 0;
#else
    return 0;
#endif
}
