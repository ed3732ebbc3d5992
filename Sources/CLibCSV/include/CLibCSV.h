#ifndef CLibCSV_H
#define CLibCSV_H
#endif
