#ifndef CSIMDJSON_PARSER_H
#define CSIMDJSON_PARSER_H

#include <string>
#include <vector>

#include "CSimdJSON.h"
#include "KeyRepeats.h"
#include "Paths.h"
#include "Shape.h"
#include "Stage.h"
#include "Turns.h"

/// What one thread parses with. Everything it gives out lives in its buffers.
struct json_parser {
    rows::Stage stage;
    rows::Paths paths;
    rows::Shapes shapes;
    rows::Turns turns;
    rows::KeyRepeats repeats;
    bool takes_non_finite = false;

    std::vector<double> safety;
    std::vector<double> helpfulness;
    std::vector<uint32_t> row_start;
    std::vector<uint32_t> row_length;
    bool keeps_places = false;
    std::vector<json_row_places> places;
    std::vector<uint64_t> id_hash;
    std::vector<json_bad_row> bad;
    size_t troubles[JSON_TROUBLES] = {};

    std::string scratch;
    std::string line;  // of the row that was given out last with nulls in it
    std::string key;
    std::vector<json_field> fields;
};

#endif
