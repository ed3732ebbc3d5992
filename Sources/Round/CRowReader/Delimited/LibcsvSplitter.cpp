#include "LibcsvSplitter.h"

#include <new>

namespace rows {

LibcsvSplitter::LibcsvSplitter(uint8_t delimiter) {
    if (csv_init(&parser_, 0) != 0) throw std::bad_alloc();
    csv_set_delim(&parser_, delimiter);
    // Blanks around a field are part of it (RFC 4180); libcsv trims them otherwise.
    csv_set_space_func(&parser_, never_space);
    // Its buffer grows by this much at a time; a response can be a megabyte.
    csv_set_blk_size(&parser_, 1 << 16);
}

size_t LibcsvSplitter::split(const uint8_t *row, size_t length, size_t limit) {
    cells.clear();
    bytes_.clear();
    // The cells have no more bytes than the row: none of them moves.
    bytes_.reserve(length + 1);
    count_ = 0;
    is_short_ = false;
    limit_ = limit;
    const bool is_parsed = csv_parse(&parser_, row, length, take, ignore_row_end, this) == length;
    // Also brings the parser back to the start of a row.
    const bool is_finished = csv_fini(&parser_, take, ignore_row_end, this) == 0;
    if (!is_parsed || !is_finished || is_short_) throw std::bad_alloc();
    return count_;
}

void LibcsvSplitter::take(void *bytes, size_t length, void *context) {
    LibcsvSplitter &it = *static_cast<LibcsvSplitter *>(context);
    if (it.count_++ >= it.limit_) return;
    const uint8_t *start = static_cast<const uint8_t *>(bytes);
    const size_t at = it.bytes_.size();
    // libcsv is C: no exception finds its way through it.
    try {
        it.bytes_.insert(it.bytes_.end(), start, start + length);
        it.cells.push_back(row_bytes{it.bytes_.data() + at, length});
    } catch (const std::bad_alloc &) {
        it.is_short_ = true;
    }
}

}  // namespace rows
