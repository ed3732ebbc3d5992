#ifndef CSIMDJSON_PARSER_H
#define CSIMDJSON_PARSER_H

#include <string>
#include <vector>

#include "CSimdJSON.h"
#include "Paths.h"
#include "Shape.h"
#include "Stage.h"

/// What one thread parses with. Everything it gives out lives in its buffers.
struct json_parser {
    rows::Stage stage;
    rows::Paths paths;
    rows::Shapes shapes;

    std::vector<double> safety;
    std::vector<double> helpfulness;
    std::vector<uint32_t> row_start;
    std::vector<uint32_t> row_length;
    bool keeps_places = false;
    std::vector<json_row_places> places;
    std::vector<uint64_t> id_hash;
    std::vector<json_bad_row> bad;

    std::string scratch;
    std::string key;
    std::vector<json_field> fields;
};

#endif
