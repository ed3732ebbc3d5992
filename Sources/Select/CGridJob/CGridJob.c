#include "CGridJob.h"

// A part of C23 that clang knows in C of any age.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char bytes[] = {
#embed "redsieve_job.py"
};

const unsigned char *const grid_job = bytes;
const size_t grid_job_length = sizeof bytes;
