#include <simdjson.h>

#include "CRowReader.h"

bool row_is_utf8(const uint8_t *text, size_t length) {
    return simdjson::validate_utf8(reinterpret_cast<const char *>(text), length);
}
