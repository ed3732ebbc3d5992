// The job that a cluster runs, as it goes beside every plan: the bytes of redsieve_job.py.
//
// Why C: its `#embed` takes a file's bytes in no time; the same bytes as a Swift array take the compiler fifteen seconds.
#ifndef C_GRID_JOB_H
#define C_GRID_JOB_H

#include <stddef.h>

extern const unsigned char *const grid_job;
extern const size_t grid_job_length;

#endif
