// libvterm reads what the program writes, so that tests see cells and not escape sequences.
#include <vterm.h>
