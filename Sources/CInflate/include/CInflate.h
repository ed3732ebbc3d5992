#ifndef CInflate_H
#define CInflate_H
#endif
