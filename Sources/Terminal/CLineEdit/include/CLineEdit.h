// Why C: libedit is set up by variadic functions and calls back, neither of which Swift can do whole. This header shows plain
// text and a handle.
//
// A line is edited key by key, so that who asks for it can do other things in between. Used from one thread. No startup file is
// read, and nothing but the prompt, what was typed and the names given here is ever written.
#ifndef CLineEdit_H
#define CLineEdit_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct CLEditor CLEditor;

// What a key can come to.
enum {
    CLE_GOES_ON = 0,
    CLE_LINE = 1,
    CLE_END = 2, // Ctrl-D on an empty line, or no more keys
};

// An editor on a terminal, or NULL where there is none or TERM names none that a line can be edited on.
//
// input, output: descriptors of a terminal; they stay the caller's. prompt: of each line. lines: how many are remembered.
CLEditor *cle_open(int input, int output, const char *prompt, int lines);

// Gives the terminal back and frees everything.
void cle_close(CLEditor *editor);

// A name that Tab completes as the first word of a line.
void cle_add_name(CLEditor *editor, const char *name);

// A line that the arrow keys lead back to, the last one first.
void cle_remember(CLEditor *editor, const char *line);

// Takes the terminal and shows the prompt; the same line once more where one is edited already.
void cle_show(CLEditor *editor);

// Lets others write, until the next line is asked for; what was typed of this one is gone. Keys that come meanwhile wait.
void cle_hide(CLEditor *editor);

// Gives the terminal back as it was found.
void cle_leave(CLEditor *editor);

// Takes the terminal again after the process was stopped, and shows the line once more.
void cle_resume(CLEditor *editor);

// True while a line is edited, and how many bytes were typed of it.
int cle_is_shown(const CLEditor *editor);
size_t cle_length(CLEditor *editor);

// Takes one key, which must be there. For CLE_LINE the line without its end is in text, valid until the next call.
int cle_take_key(CLEditor *editor, const char **text, size_t *length);

#ifdef __cplusplus
}
#endif

#endif
