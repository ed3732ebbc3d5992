#include "CLineEdit.h"

#include <errno.h>
#include <histedit.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

struct CLEditor {
    EditLine *line;
    History *history;
    FILE *input;
    FILE *output;
    char *prompt;
    char **names;
    size_t count;
    int shown;
    // Whether the next character is the first of a key.
    int first;
    // Whether there are no more characters.
    int ended;
    // The terminal's key for the end of input, and whether it is an ordinary one for the moment.
    cc_t end_key;
    int is_end_key_off;
};

// How long the rest of a key may take: what begins as an escape sequence and does not go on must not hold anybody up.
enum { REST_OF_KEY_MS = 500, BELL = 7, END_OF_FILE = 4, MOST_SHOWN = 40 };

// Between two lines the terminal takes whole lines, and would turn Ctrl-D into an end of input that nobody reads there:
// it comes out as a zero. As an ordinary key it waits for the next line.
static void set_end_key_off(CLEditor *editor, int off) {
    struct termios modes;
    if (editor->input == NULL || off == editor->is_end_key_off) return;
    if (tcgetattr(fileno(editor->input), &modes) != 0) return;
    if (off) editor->end_key = modes.c_cc[VEOF];
    modes.c_cc[VEOF] = off ? _POSIX_VDISABLE : editor->end_key;
    if (tcsetattr(fileno(editor->input), TCSANOW, &modes) == 0) editor->is_end_key_off = off;
}

static char *prompt_of(EditLine *line) {
    CLEditor *editor = NULL;
    el_get(line, EL_CLIENTDATA, &editor);
    return editor->prompt;
}

static int read_character(EditLine *line, wchar_t *character) {
    CLEditor *editor = NULL;
    el_get(line, EL_CLIENTDATA, &editor);
    const int descriptor = fileno(editor->input);
    mbstate_t state;
    memset(&state, 0, sizeof state);
    for (;;) {
        if (!editor->first) {
            struct pollfd rest = {.fd = descriptor, .events = POLLIN};
            const int ready = poll(&rest, 1, REST_OF_KEY_MS);
            if (ready < 0 && errno == EINTR) continue;
            if (ready <= 0) {
                // Belongs to no key: whatever was begun ends here and does nothing.
                *character = BELL;
                return 1;
            }
        }
        char byte = 0;
        const ssize_t count = read(descriptor, &byte, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            editor->ended = 1;
            return (int)count;
        }
        editor->first = 0;
        const size_t taken = mbrtowc(character, &byte, 1, &state);
        if (taken == (size_t)-2) continue;
        if (taken == (size_t)-1) *character = L'?';
        if (taken == 0) *character = BELL;
        return 1;
    }
}

// Puts in what all names have in common that begin as the first word does, and lists them where that is nothing.
static unsigned char complete(EditLine *line, int key) {
    (void)key;
    CLEditor *editor = NULL;
    el_get(line, EL_CLIENTDATA, &editor);
    const LineInfo *info = el_line(line);
    const char *start = info->buffer;
    while (start < info->cursor && (*start == ' ' || *start == ':')) start++;
    const size_t typed = (size_t)(info->cursor - start);
    if (memchr(start, ' ', typed) != NULL) return CC_REFRESH_BEEP;
    const char *common = NULL;
    size_t length = 0, found = 0;
    for (size_t at = 0; at < editor->count; at++) {
        const char *name = editor->names[at];
        if (strncmp(name, start, typed) != 0) continue;
        found++;
        if (common == NULL) {
            common = name;
            length = strlen(name);
            continue;
        }
        size_t same = 0;
        while (same < length && common[same] == name[same]) same++;
        length = same;
    }
    if (found == 0) return CC_REFRESH_BEEP;
    if (length > typed || found == 1) {
        char *more = calloc(length - typed + 2, 1);
        if (more == NULL) return CC_ERROR;
        memcpy(more, common + typed, length - typed);
        if (found == 1 && info->cursor == info->lastchar) more[length - typed] = ' ';
        if (*more != '\0') el_insertstr(line, more);
        free(more);
        return CC_REFRESH;
    }
    fputc('\n', editor->output);
    if (found > MOST_SHOWN) {
        fprintf(editor->output, "%zu commands begin like this; help lists all\n", found);
    } else {
        const char *gap = "";
        for (size_t at = 0; at < editor->count; at++) {
            if (strncmp(editor->names[at], start, typed) != 0) continue;
            fprintf(editor->output, "%s%s", gap, editor->names[at]);
            gap = "  ";
        }
        fputc('\n', editor->output);
    }
    fflush(editor->output);
    return CC_REDISPLAY;
}

CLEditor *cle_open(int input, int output, const char *prompt, int lines) {
    const char *term = getenv("TERM");
    if (!isatty(input) || !isatty(output) || term == NULL || *term == '\0' || strcmp(term, "dumb") == 0) return NULL;
    CLEditor *editor = calloc(1, sizeof *editor);
    if (editor == NULL) return NULL;
    const int in = dup(input), out = dup(output);
    editor->input = in < 0 ? NULL : fdopen(in, "r");
    editor->output = out < 0 ? NULL : fdopen(out, "w");
    editor->prompt = strdup(prompt);
    HistEvent event;
    editor->history = history_init();
    if (editor->input == NULL || editor->output == NULL || editor->prompt == NULL || editor->history == NULL) {
        cle_close(editor);
        return NULL;
    }
    history(editor->history, &event, H_SETSIZE, lines);
    history(editor->history, &event, H_SETUNIQUE, 1);
    editor->line = el_init("redsieve", editor->input, editor->output, editor->output);
    if (editor->line == NULL) {
        cle_close(editor);
        return NULL;
    }
    el_set(editor->line, EL_CLIENTDATA, editor);
    el_set(editor->line, EL_EDITOR, "emacs");
    el_set(editor->line, EL_SIGNAL, 0);
    el_set(editor->line, EL_PROMPT, prompt_of);
    el_set(editor->line, EL_GETCFN, read_character);
    el_set(editor->line, EL_HIST, history, editor->history);
    el_set(editor->line, EL_ADDFN, "complete-name", "Completes the name of a command", complete);
    el_set(editor->line, EL_BIND, "^I", "complete-name", NULL);
    set_end_key_off(editor, 1);
    return editor;
}

void cle_close(CLEditor *editor) {
    if (editor == NULL) return;
    if (editor->line != NULL) {
        cle_leave(editor);
        el_end(editor->line);
    }
    if (editor->history != NULL) history_end(editor->history);
    if (editor->input != NULL) fclose(editor->input);
    if (editor->output != NULL) fclose(editor->output);
    for (size_t at = 0; at < editor->count; at++) free(editor->names[at]);
    free(editor->names);
    free(editor->prompt);
    free(editor);
}

void cle_add_name(CLEditor *editor, const char *name) {
    char **names = realloc(editor->names, (editor->count + 1) * sizeof *names);
    if (names == NULL) return;
    editor->names = names;
    names[editor->count] = strdup(name);
    if (names[editor->count] != NULL) editor->count++;
}

void cle_remember(CLEditor *editor, const char *line) {
    HistEvent event;
    if (*line != '\0') history(editor->history, &event, H_ENTER, line);
}

void cle_show(CLEditor *editor) {
    if (editor->shown) {
        el_set(editor->line, EL_REFRESH);
    } else {
        editor->shown = 1;
        set_end_key_off(editor, 0);
        el_set(editor->line, EL_UNBUFFERED, 1);
    }
    fflush(editor->output);
}

void cle_hide(CLEditor *editor) {
    if (!editor->shown) return;
    editor->shown = 0;
    el_set(editor->line, EL_UNBUFFERED, 0);
    set_end_key_off(editor, 1);
}

void cle_leave(CLEditor *editor) {
    cle_hide(editor);
    set_end_key_off(editor, 0);
}

void cle_resume(CLEditor *editor) {
    if (!editor->shown) return;
    // Whoever stopped the process has set the terminal as they like it.
    el_set(editor->line, EL_PREP_TERM, 0);
    el_set(editor->line, EL_PREP_TERM, 1);
    cle_show(editor);
}

int cle_is_shown(const CLEditor *editor) { return editor->shown; }

size_t cle_length(CLEditor *editor) {
    const LineInfo *info = el_line(editor->line);
    return (size_t)(info->lastchar - info->buffer);
}

int cle_take_key(CLEditor *editor, const char **text, size_t *length) {
    int count = 0;
    editor->first = 1;
    const char *line = el_gets(editor->line, &count);
    if (editor->ended) return CLE_END;
    // A line that was made empty is none.
    if (line == NULL || count <= 0) return CLE_GOES_ON;
    const char last = line[count - 1];
    if (last == '\n' || last == '\r') {
        *text = line;
        *length = (size_t)count - 1;
        return CLE_LINE;
    }
    return count == 1 && last == END_OF_FILE ? CLE_END : CLE_GOES_ON;
}
