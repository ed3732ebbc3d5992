// Rows of JSON as RoundFiles reads them: many at once by the layouts of those before, each alone, and its texts again.
#include <cmath>
#include <string>
#include <vector>

#include "CRowReader.h"
#include "Input.h"

namespace {

using Reader = std::unique_ptr<row_reader, void (*)(row_reader *)>;

/// Where the needed fields stand, for each kind of round.
const std::vector<std::vector<const char *>> layouts[] = {
    {{"prompt"}, {"response"}, {"safety"}, {"help"}, {"id"}},
    {{"messages", "0", "content"}, {"messages", "1", "content"}, {"scores", "safety"}, {"scores", "help"}, {"id"}},
    {{"a", "b"}, {"a", "c"}, {"s", "0"}, {"s", "1"}, {"a", "id"}},
    {{"prompt"}, {"prompt"}, {"help"}, {"help"}, {"prompt"}},
};

Reader make(const std::vector<std::vector<const char *>> &layout) {
    row_format format = {};
    Reader reader(row_reader_create(&format), row_reader_destroy);
    for (size_t role = 0; role < layout.size(); ++role) {
        std::vector<row_bytes> keys;
        for (const char *key : layout[role]) keys.push_back({reinterpret_cast<const uint8_t *>(key), strlen(key)});
        HOLDS(row_reader_set_path(reader.get(), int(role), keys.data(), keys.size()));
    }
    row_reader_keep_texts(reader.get());
    return reader;
}

bool same(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

bool same(row_bytes a, row_bytes b) { return a.length == b.length && (a.length == 0 || memcmp(a.start, b.start, a.length) == 0); }

/// What a row says of its prompt and response is the same by its layout, by its tokens and in the list of its fields.
void read_texts(row_reader *knowing, row_reader *fresh, const Bytes &row, const std::string &prompt, const std::string &response) {
    const uint32_t both = 1 << ROW_ROLE_PROMPT | 1 << ROW_ROLE_RESPONSE;
    for (row_reader *reader : {knowing, fresh}) {
        row_bytes texts[ROW_ROLES];
        HOLDS(row_reader_texts(reader, row.get(), row.length, both, texts) == ROW_FINE);
        HOLDS(same(texts[ROW_ROLE_PROMPT], {reinterpret_cast<const uint8_t *>(prompt.data()), prompt.size()}));
        HOLDS(same(texts[ROW_ROLE_RESPONSE], {reinterpret_cast<const uint8_t *>(response.data()), response.size()}));
    }
    const row_field *fields = nullptr;
    size_t count = 0;
    row_invalid problem = {};
    HOLDS(row_reader_fields(fresh, row.get(), row.length, &fields, &count, &problem) == ROW_FINE);
    for (size_t at = 0; at < count; ++at) {
        for (int role : {int(ROW_ROLE_PROMPT), int(ROW_ROLE_RESPONSE)}) {
            if ((fields[at].roles >> role & 1) == 0) continue;
            const std::string &text = role == ROW_ROLE_PROMPT ? prompt : response;
            HOLDS(same(fields[at].value, {reinterpret_cast<const uint8_t *>(text.data()), text.size()}));
        }
    }
}

std::string copy(row_bytes text) { return std::string(reinterpret_cast<const char *>(text.start), text.length); }

/// JSON's numbers are a part of C's, and both round to the nearest.
void read_number(const Bytes &text) {
    double value = 0;
    if (row_parse_number(text.get(), text.length, &value) != ROW_FINE) return;
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
    const Reader many = make(layout), one = make(layout), fresh = make(layout);

    row_columns all;
    HOLDS(row_reader_parse(many.get(), text.get(), text.length, row_limit, false, &all));
    size_t item = 0, refused = 0, lines = 0, ids = 0;
    size_t troubles[ROW_TROUBLES] = {};
    for (size_t at = 0; at < text.length;) {
        const void *found = memchr(text.get() + at, '\n', text.length - at);
        const size_t stop = found ? size_t(static_cast<const uint8_t *>(found) - text.get()) : text.length;
        const Bytes row(text.get() + at, stop - at);
        row_columns alone;
        HOLDS(row_reader_parse(one.get(), row.get(), row.length, row_limit, false, &alone));
        HOLDS(alone.count + alone.invalid_count <= 1);
        for (size_t trouble = 0; trouble < ROW_TROUBLES; ++trouble) troubles[trouble] += alone.troubles[trouble];
        if (alone.count == 1) {
            HOLDS(item < all.count);
            HOLDS(same(all.safety[item], alone.safety[0]) && same(all.helpfulness[item], alone.helpfulness[0]));
            // A row begins behind a byte order mark.
            HOLDS(all.row_start[item] == at + alone.row_start[0] && all.row_length[item] == alone.row_length[0]);
            HOLDS(alone.row_start[0] + alone.row_length[0] == row.length);
            row_bytes texts[ROW_ROLES];
            size_t used = 0;
            const Bytes room(row.get(), row.length);
            HOLDS(row_reader_parsed_texts(
                many.get(), text.get(), item, 1u << ROW_ROLE_PROMPT | 1u << ROW_ROLE_RESPONSE, room.start.get(), &used,
                texts));
            HOLDS(used <= all.row_length[item]);
            const std::string prompt = copy(texts[ROW_ROLE_PROMPT]), response = copy(texts[ROW_ROLE_RESPONSE]);
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
                HOLDS(row_reader_parse(many.get(), text.get(), text.length, row_limit, false, &all));
            }
            ++item;
        } else if (alone.invalid_count == 1) {
            HOLDS(refused < all.invalid_count);
            const row_invalid bad = all.invalid[refused++];
            HOLDS(bad.start == at + alone.invalid[0].start && bad.length == alone.invalid[0].length && bad.line == lines);
            HOLDS(bad.problem == alone.invalid[0].problem && bad.role == alone.invalid[0].role);
        }
        ++lines;
        at = stop + 1;
    }
    HOLDS(memcmp(troubles, all.troubles, sizeof troubles) == 0);
    HOLDS(item == all.count && refused == all.invalid_count && ids == all.id_count && lines == all.lines);
    if (text.length < 64) read_number(text);
    std::vector<uint64_t> hashes(all.id_hash, all.id_hash + all.id_count);
    HOLDS(row_count_repeats(hashes.data(), hashes.size()) <= hashes.size());
    return 0;
}
