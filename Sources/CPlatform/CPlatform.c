#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
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
