#include "CBuild.h"

#define TEXT_OF(x) #x
#define TEXT(x) TEXT_OF(x)

const char *redsieve_build(void) {
#ifdef REDSIEVE_BUILD
    return TEXT(REDSIEVE_BUILD);
#else
    return "";
#endif
}
