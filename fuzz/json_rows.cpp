// Rows of JSON as RoundFiles reads them: many at once by the layouts of those before, each alone, and its texts again.
#include <cmath>
#include <string>
#include <vector>

#include "CSimdJSON.h"
#include "Input.h"

namespace {

using Parser = std::unique_ptr<json_parser, void (*)(json_parser *)>;

/// Where the needed fields stand, for each kind of round.
const std::vector<std::vector<const char *>> layouts[] = {
    {{"prompt"}, {"response"}, {"safety"}, {"help"}, {"id"}},
    {{"messages", "0", "content"}, {"messages", "1", "content"}, {"scores", "safety"}, {"scores", "help"}, {"id"}},
    {{"a", "b"}, {"a", "c"}, {"s", "0"}, {"s", "1"}, {"a", "id"}},
    {{"prompt"}, {"prompt"}, {"help"}, {"help"}, {"prompt"}},
};

Parser make(const std::vector<std::vector<const char *>> &layout) {
    Parser parser(json_parser_create(), json_parser_destroy);
    for (size_t role = 0; role < layout.size(); ++role) {
        std::vector<json_bytes> keys;
        for (const char *key : layout[role]) keys.push_back({reinterpret_cast<const uint8_t *>(key), strlen(key)});
        HOLDS(json_parser_set_path(parser.get(), int(role), keys.data(), keys.size()));
    }
    json_parser_keep_places(parser.get(), true);
    return parser;
}

bool same(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

bool same(json_bytes a, json_bytes b) { return a.length == b.length && (a.length == 0 || memcmp(a.start, b.start, a.length) == 0); }

/// What a row says of its prompt and response is the same by its layout, by its tokens and in the list of its fields.
void read_texts(json_parser *knowing, json_parser *fresh, const Bytes &row, const std::string &prompt, const std::string &response) {
    const uint32_t both = 1 << JSON_ROLE_PROMPT | 1 << JSON_ROLE_RESPONSE;
    for (json_parser *parser : {knowing, fresh}) {
        json_bytes texts[JSON_ROLES];
        HOLDS(json_row_texts(parser, row.get(), row.length, both, texts) == JSON_FINE);
        HOLDS(same(texts[JSON_ROLE_PROMPT], {reinterpret_cast<const uint8_t *>(prompt.data()), prompt.size()}));
        HOLDS(same(texts[JSON_ROLE_RESPONSE], {reinterpret_cast<const uint8_t *>(response.data()), response.size()}));
    }
    const json_field *fields = nullptr;
    size_t count = 0;
    HOLDS(json_row_fields(fresh, row.get(), row.length, &fields, &count) == JSON_FINE);
    for (size_t at = 0; at < count; ++at) {
        for (int role : {int(JSON_ROLE_PROMPT), int(JSON_ROLE_RESPONSE)}) {
            if ((fields[at].roles >> role & 1) == 0) continue;
            const std::string &text = role == JSON_ROLE_PROMPT ? prompt : response;
            HOLDS(same(fields[at].value, {reinterpret_cast<const uint8_t *>(text.data()), text.size()}));
        }
    }
}

std::string decoded(const uint8_t *text, uint32_t length, bool has_escapes) {
    std::string out(reinterpret_cast<const char *>(text), length);
    if (has_escapes) out.resize(json_unescape(text, length, reinterpret_cast<uint8_t *>(&out[0])));
    return out;
}

/// JSON's numbers are a part of C's, and both round to the nearest.
void read_number(const Bytes &text) {
    double value = 0;
    if (json_parse_number(text.get(), text.length, &value) != JSON_FINE) return;
    const std::string copy(reinterpret_cast<const char *>(text.get()), text.length);
    char *end = nullptr;
    const double other = strtod(copy.c_str(), &end);
    HOLDS(std::isfinite(value) && *end == 0 && value == other);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Input input{data, size};
    const auto &layout = layouts[input.byte() % 4];
    const uint8_t limit = input.byte();
    const size_t row_limit = limit == 0 ? size_t(-1) : limit * 8;
    const Bytes text = input.rest();
    const Parser many = make(layout), one = make(layout), fresh = make(layout);

    json_columns all;
    HOLDS(json_parse_rows(many.get(), text.get(), text.length, row_limit, &all));
    size_t item = 0, refused = 0, lines = 0, ids = 0;
    size_t troubles[JSON_TROUBLES] = {};
    for (size_t at = 0; at < text.length;) {
        const void *found = memchr(text.get() + at, '\n', text.length - at);
        const size_t stop = found ? size_t(static_cast<const uint8_t *>(found) - text.get()) : text.length;
        const Bytes row(text.get() + at, stop - at);
        json_columns alone;
        HOLDS(json_parse_rows(one.get(), row.get(), row.length, row_limit, &alone));
        HOLDS(alone.count + alone.bad_count <= 1);
        for (size_t trouble = 0; trouble < JSON_TROUBLES; ++trouble) troubles[trouble] += alone.troubles[trouble];
        if (alone.count == 1) {
            HOLDS(item < all.count);
            HOLDS(same(all.safety[item], alone.safety[0]) && same(all.helpfulness[item], alone.helpfulness[0]));
            // A row begins behind a byte order mark.
            HOLDS(all.row_start[item] == at + alone.row_start[0] && all.row_length[item] == alone.row_length[0]);
            HOLDS(alone.row_start[0] + alone.row_length[0] == row.length);
            const json_row_places places = all.places[item];
            const std::string prompt =
                decoded(text.get() + places.prompt_start, places.prompt_length, places.prompt_has_escapes);
            const std::string response =
                decoded(text.get() + places.response_start, places.response_length, places.response_has_escapes);
            HOLDS(alone.id_count <= 1);
            if (alone.id_count == 1) {
                HOLDS(ids < all.id_count && all.id_hash[ids] == alone.id_hash[0]);
                ++ids;
            }
            // Of many rows the first ones tell enough: all of them would take the square of the text.
            if (item < 16) {
                const Bytes bare(row.get() + row.length - all.row_length[item], all.row_length[item]);
                read_texts(many.get(), fresh.get(), bare, prompt, response);
                // Reading texts teaches layouts, which must not change what is read: it is read once more.
                HOLDS(json_parse_rows(many.get(), text.get(), text.length, row_limit, &all));
            }
            ++item;
        } else if (alone.bad_count == 1) {
            HOLDS(refused < all.bad_count);
            const json_bad_row bad = all.bad[refused++];
            HOLDS(bad.start == at + alone.bad[0].start && bad.length == alone.bad[0].length && bad.line == lines);
            HOLDS(bad.problem == alone.bad[0].problem && bad.role == alone.bad[0].role);
        }
        ++lines;
        at = stop + 1;
    }
    HOLDS(memcmp(troubles, all.troubles, sizeof troubles) == 0);
    HOLDS(item == all.count && refused == all.bad_count && ids == all.id_count && lines == all.lines);
    if (text.length < 64) read_number(text);
    std::vector<uint64_t> hashes(all.id_hash, all.id_hash + all.id_count);
    HOLDS(json_count_repeats(hashes.data(), hashes.size()) <= hashes.size());
    return 0;
}
