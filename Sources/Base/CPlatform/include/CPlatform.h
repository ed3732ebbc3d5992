// Calls of the C library that Swift's own module of it leaves out, since it is built without _GNU_SOURCE.
#ifndef CPLATFORM_H
#define CPLATFORM_H

#include <stdint.h>

// Columns that a character takes in the present locale of the thread: wcwidth(3), -1 for what cannot be printed.
int cp_column_width(uint32_t character);

// Renames a folder in one step: 0, or an errno. ENOSYS where the system has no such call.
int cp_rename_new(const char *source, const char *target);      // EEXIST where the target's name is taken
int cp_rename_exchange(const char *source, const char *target); // each gets the other's name

// Has the disk begin with what was written to a part of a file, and does not wait for it; where the system has no such
// call, nothing. What it cannot do shows when the file is synced.
void cp_begin_writeback(int descriptor, int64_t offset, int64_t length);

// 1 where a file lies on a file system that other machines may have open as well, else 0; a path that leads nowhere is
// told by its folder's file system only if it names the folder.
int cp_is_network_file(const char *path);

// Has a file or folder that was just made at a path told from one that a killed program left: it is locked for as long as it
// is open, by whoever has it open. 0, or -1 where somebody has taken it away in the meantime.
int cp_hold(int descriptor, const char *path);

// Opens a file or folder that a process had made, locked, where that process is gone and nobody uses it; else -1. A number
// may be another process's by now, and those of other machines cannot be asked: then what is old is abandoned. Where the
// file system has no locks, nothing is. A file that has another name as well loses this one, and is not opened.
int cp_take_abandoned(const char *path, int64_t process);

// From now on a file that grows beyond the limit of `ulimit -f` is an error to report and not the program's end, unless
// somebody has said what it shall be.
void cp_report_file_size_limits(void);

// Gives memory that was freed back to the system; where there is no such call, nothing.
void cp_give_memory_back(void);

// Brings memory that will be read and written soon into the cache; any address will do.
static inline void cp_prefetch(const void *address) { __builtin_prefetch(address, 1, 2); }

// The most address space the process may take, in bytes (`ulimit -v`), and what it has taken; -1 where there is no limit,
// or the system does not tell.
int64_t cp_memory_limit(void);
int64_t cp_memory_taken(void);

// Has threads started from now on reserve little address space; called before there are any.
void cp_spare_memory(void);

#endif
