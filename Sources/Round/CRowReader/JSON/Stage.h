#ifndef CROWREADER_STAGE_H
#define CROWREADER_STAGE_H

#include <simdjson.h>

#include <memory>
#include <new>

#include "CRowReader.h"

namespace rows {

/// simdjson's first stage: where every token of a text starts.
class Stage {
public:
    /// ROW_FINE, ROW_BLANK, ROW_NOT_UTF8, ROW_NOT_JSON (a string that never ends, a bare control character) or
    /// ROW_NO_MEMORY.
    int run(const uint8_t *text, size_t length) {
        if (length == 0) return ROW_BLANK;
        if (!reserve(length)) return ROW_NO_MEMORY;
        switch (stage_->stage1(text, length, simdjson::stage1_mode::regular)) {
            case simdjson::SUCCESS: return ROW_FINE;
            case simdjson::EMPTY: return ROW_BLANK;
            default: return row_is_utf8(text, length) ? ROW_NOT_JSON : ROW_NOT_UTF8;
        }
    }

    /// The tokens' starts, and after them the text's length.
    const uint32_t *tokens() const { return stage_->structural_indexes.get(); }

    /// Lets go of what one huge row made it take.
    void shrink() {
        if (stage_ && stage_->capacity() > usual) stage_.reset();
    }

private:
    static constexpr size_t usual = 1 << 20;

    bool reserve(size_t length) {
        if (stage_ && stage_->capacity() >= length) return true;
        const size_t capacity = length > usual ? length : usual;
        stage_.reset();
        const auto *implementation = static_cast<const simdjson::implementation *>(simdjson::get_active_implementation());
        return implementation->create_dom_parser_implementation(capacity, 1, stage_) == simdjson::SUCCESS;
    }

    std::unique_ptr<simdjson::internal::dom_parser_implementation> stage_;
};

}  // namespace rows

#endif
