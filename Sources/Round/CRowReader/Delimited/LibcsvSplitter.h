#ifndef CROWREADER_LIBCSVSPLITTER_H
#define CROWREADER_LIBCSVSPLITTER_H

#include <csv.h>

#include <vector>

#include "CRowReader.h"

namespace rows {

/// Splits single rows by libcsv.
class LibcsvSplitter {
public:
    explicit LibcsvSplitter(uint8_t delimiter);
    ~LibcsvSplitter() { csv_free(&parser_); }
    LibcsvSplitter(const LibcsvSplitter &) = delete;
    LibcsvSplitter &operator=(const LibcsvSplitter &) = delete;

    /// Splits a row, without its line end, into its first `limit` cells and gives how many there are in all. The cells are
    /// valid until the next call.
    size_t split(const uint8_t *row, size_t length, size_t limit);

    std::vector<row_bytes> cells;

private:
    static void take(void *bytes, size_t length, void *context);
    static void ignore_row_end(int, void *) {}
    static int never_space(unsigned char) { return 0; }

    csv_parser parser_;
    std::vector<uint8_t> bytes_;  // of all cells
    size_t count_ = 0, limit_ = 0;
    bool is_short_ = false;  // memory is
};

}  // namespace rows

#endif
