#pragma once

/// What the program was built from, as the build script named it; empty where nobody did.
const char *redsieve_build(void);
