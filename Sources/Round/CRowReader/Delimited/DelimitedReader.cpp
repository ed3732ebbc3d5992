#include "DelimitedReader.h"

#include <cstring>

#include "DelimitedCutter.h"
#include "Scan.h"

namespace rows {
namespace {

/// Every first quote of a doubled one goes; that is all that stands between the text of a span and its field.
size_t undouble(const uint8_t *text, size_t length, uint8_t *out) {
    const uint8_t *p = text, *end = text + length;
    uint8_t *to = out;
    while (p < end) {
        const uint8_t *quote = find_quote(p, end);
        const size_t count = size_t(quote - p) + (quote < end);
        memcpy(to, p, count);
        to += count;
        p += count + 1;
    }
    return size_t(to - out);
}

}  // namespace

DelimitedReader::DelimitedReader(const row_format &format)
    : delimiter_(format.delimiter), line_end_(format.line_end), splits_by_libcsv_(format.splits_by_libcsv),
      libcsv_(format.delimiter) {
    for (size_t i = 0; i < format.column_count; ++i) {
        const row_column &column = format.columns[i];
        const std::string name(reinterpret_cast<const char *>(column.name.start), column.name.length);
        header_.push_back(Column{name, 0, column.may_be_absent});
    }
    for (size_t &column : columns_of_) column = none;
}

void DelimitedReader::set_path(int role, const row_bytes *keys, size_t count) {
    if (count != 1) return;
    const std::string name(reinterpret_cast<const char *>(keys[0].start), keys[0].length);
    for (size_t i = 0; i < header_.size(); ++i) {
        if (header_[i].name != name) continue;
        header_[i].roles = uint8_t(header_[i].roles | 1u << role);
        columns_of_[role] = i;
        return;
    }
}

// MARK: One row

/// Notes the fields of the row at `at`, up to `limit`, and where its line end stands. Gives up at the first quote that RFC 4180
/// would not have there.
bool DelimitedReader::scan_row(const uint8_t *text, size_t at, size_t length, size_t limit, size_t &row_end) {
    const uint8_t *const end = text + length;
    const uint8_t *c = text + at;
    size_t count = 0;
    for (;;) {
        const uint8_t *start = c;
        bool doubled = false;
        const uint8_t *stop;
        if (c < end && *c == '"') {
            ++start;
            ++c;
            for (;;) {
                c = find_quote(c, end);
                if (c == end) return false;
                if (c + 1 == end || c[1] != '"') break;
                doubled = true;
                c += 2;
            }
            stop = c++;
            if (c < end && *c != delimiter_ && !is_line_end(*c)) return false;
        } else {
            c = find_special(c, end, delimiter_);
            if (c < end && *c == '"') return false;
            stop = c;
        }
        if (count < limit) {
            if (count == spans_.size()) spans_.resize(count < 32 ? 64 : 2 * count);
            spans_[count] = Span{size_t(start - text), size_t(stop - text), doubled};
        }
        ++count;
        if (c == end || is_line_end(*c)) {
            field_count_ = count;
            row_end = size_t(c - text);
            return true;
        }
        ++c;
    }
}

/// Splits one row, without its line end, into all of its cells.
int DelimitedReader::split(const uint8_t *row, size_t length, row_invalid &problem) {
    size_t row_end = 0;
    const bool is_scanned =
        !splits_by_libcsv_ && length > 0 && scan_row(row, 0, length, none, row_end) && row_end == length;
    if (!is_scanned) {
        const int state = splits_by_libcsv_ ? int(ROW_FINE) : problem_of(row, length, problem);
        if (state != ROW_FINE) return state;
        libcsv_.split(row, length, none);
        cells_ = libcsv_.cells;
    } else {
        cells_.clear();
        if (arena_.size() < length) arena_.resize(length);
        uint8_t *room = arena_.data();
        for (size_t i = 0; i < field_count_; ++i) {
            const Span &span = spans_[i];
            row_bytes cell{row + span.start, span.end - span.start};
            if (span.has_doubled_quotes) {
                cell.length = undouble(cell.start, cell.length, room);
                cell.start = room;
                room += cell.length;
            }
            cells_.push_back(cell);
        }
    }
    return header_.empty() || cells_.size() == header_.size() ? ROW_FINE : ROW_FIELD_COUNT;
}

/// What keeps one row, without its line end, from being read, and where.
int DelimitedReader::problem_of(const uint8_t *row, size_t length, row_invalid &problem) const {
    DelimitedCutter cutter(delimiter_, 0);
    cutter.feed(row, length, false);
    const bool is_in_quotes = cutter.is_in_quotes();
    cutter.finish();
    if (!cutter.row_has_stray()) return is_in_quotes ? ROW_UNFINISHED_QUOTE : ROW_FINE;
    find_stray(row, length, cutter.stray_at(), problem);
    return ROW_TEXT_BEHIND_QUOTE;
}

/// Where the text behind a closing quote stands that a scan of the row found at `stray`.
void DelimitedReader::find_stray(const uint8_t *row, size_t length, size_t stray, row_invalid &invalid) const {
    // The first character that shows, where there is one: blanks before it are not what somebody looks for.
    size_t at = stray;
    while (at < length && (row[at] == ' ' || row[at] == '\t') && row[at] != delimiter_) ++at;
    if (at == length || row[at] == delimiter_ || is_line_end(row[at])) at = stray;
    uint32_t column = 1;
    for (size_t i = at; i > 0 && !is_line_end(row[i - 1]); --i) column += (row[i - 1] & 0xC0) != 0x80;
    invalid.place_line = uint32_t(1 + count_bytes(row, row + at, line_end_));
    invalid.place_column = column;
}

int DelimitedReader::texts(const uint8_t *row, size_t length, uint32_t wanted, row_bytes *texts) {
    row_invalid problem{};
    const int state = split(row, length, problem);
    if (state != ROW_FINE) return state;
    for (int role = 0; role < ROW_ROLES; ++role) {
        const size_t column = columns_of_[role];
        const bool is_there = (wanted >> role & 1) != 0 && column < cells_.size();
        texts[role] = is_there ? cells_[column] : row_bytes{nullptr, 0};
    }
    return ROW_FINE;
}

int DelimitedReader::list_fields(const uint8_t *row, size_t length, row_invalid &problem) {
    const int state = split(row, length, problem);
    if (state != ROW_FINE) return state;
    for (size_t i = 0; i < cells_.size(); ++i) {
        const bool is_empty = cells_[i].length == 0;
        if (header_.empty()) {
            fields.push_back(row_field{row_bytes{row, 0}, cells_[i], 0, true, is_empty});
            continue;
        }
        const Column &column = header_[i];
        // An empty cell of a column without a name is how spreadsheets fill up their rows; elsewhere it is how delimited text
        // says that there is nothing.
        if (is_empty && column.may_be_absent) continue;
        const row_bytes name{reinterpret_cast<const uint8_t *>(column.name.data()), column.name.size()};
        fields.push_back(row_field{name, cells_[i], column.roles, true, is_empty});
    }
    return ROW_FINE;
}

// MARK: Rows to columns

void DelimitedReader::parse(const uint8_t *text, size_t length, size_t row_limit, bool is_behind_broken_row) {
    const bool all_utf8 = row_is_utf8(text, length);
    bool is_unsure = is_behind_broken_row;
    for (size_t at = 0; at < length;) {
        if (is_line_end(text[at])) {
            ++at;
            continue;
        }
        // Files that were joined by `cat` have byte order marks in the midst of the text; the row begins behind one.
        if (length - at >= 3 && memcmp(text + at, "\xEF\xBB\xBF", 3) == 0) {
            at += 3;
            continue;
        }
        size_t row_end = length;
        const bool is_scanned = scan_row(text, at, length, header_.size(), row_end);
        if (is_scanned && field_count_ == header_.size()) is_unsure = false;
        if (is_scanned && all_utf8 && row_end - at <= row_limit) {
            take_row(text, at, row_end, true);
        } else {
            row_invalid row{};
            row.start = at;
            if (!is_scanned) row_end = cut_odd_row(text, at, length, is_unsure, row);
            row.length = row_end - at;
            if (row.length > row_limit) {
                row.problem = ROW_TOO_LONG;
            } else if (!all_utf8 && !row_is_utf8(text + at, row.length)) {
                row.problem = ROW_NOT_UTF8;
            }
            if (row.problem != ROW_FINE) {
                columns.invalid.push_back(row);
            } else {
                if (!is_scanned) field_count_ = libcsv_.split(text + at, row.length, header_.size());
                take_row(text, at, row_end, is_scanned);
            }
        }
        at = row_end;
    }
    number_lines(text, length);
}

/// Cuts the row at `at`, whose quotes do not all stand where RFC 4180 puts them; gives where its line end stands.
size_t DelimitedReader::cut_odd_row(
    const uint8_t *text, size_t at, size_t length, bool &is_unsure, row_invalid &invalid) const {
    DelimitedCutter cutter(delimiter_, header_.size(), is_unsure);
    const size_t behind = cutter.feed(text + at, length - at, true);
    const bool is_in_quotes = behind == 0 && cutter.is_in_quotes();
    if (behind == 0) cutter.finish();
    size_t row_end = behind == 0 ? length : at + behind;
    while (is_line_end(text[row_end - 1])) --row_end;
    if (cutter.row_has_stray()) {
        invalid.problem = ROW_TEXT_BEHIND_QUOTE;
        find_stray(text + at, row_end - at, cutter.stray_at(), invalid);
    } else if (is_in_quotes) {
        invalid.problem = ROW_UNFINISHED_QUOTE;
    } else if (is_unsure && cutter.row_has_loose_quote()) {
        invalid.problem = ROW_BEHIND_BROKEN_ROW;
    }
    is_unsure = cutter.is_behind_broken_row();
    return row_end;
}

/// Takes a row that was scanned, or split by libcsv.
void DelimitedReader::take_row(const uint8_t *text, size_t start, size_t stop, bool is_scanned) {
    if (field_count_ != header_.size()) return refuse(start, stop, ROW_FIELD_COUNT);
    double scores[2];
    for (int role = ROW_ROLE_SAFETY; role <= ROW_ROLE_HELPFULNESS; ++role) {
        row_bytes field;
        if (!role_field(text, is_scanned, role, field)) return refuse(start, stop, ROW_MISSING, role);
        const int problem = row_parse_decimal(field.start, field.length, &scores[role - ROW_ROLE_SAFETY]);
        if (problem == ROW_FINE) continue;
        refuse(start, stop, problem, role);
        if (problem == ROW_NOT_NUMBER) {
            const row_bytes part = decoded(field, is_scanned, role);
            columns.invalid.back().part = columns.keep(part.start, part.length);
        }
        return;
    }
    columns.add(start, stop, scores);
    row_bytes prompt, response;
    columns.empty_texts += !role_field(text, is_scanned, ROW_ROLE_PROMPT, prompt) || prompt.length == 0 ||
                           !role_field(text, is_scanned, ROW_ROLE_RESPONSE, response) || response.length == 0;
    note_id(text, is_scanned);
}

void DelimitedReader::refuse(size_t start, size_t stop, int problem, int role) {
    row_invalid row{};
    row.start = start;
    row.length = stop - start;
    row.problem = uint8_t(problem);
    row.role = uint8_t(role);
    row.detail = ROW_FOUND_TEXT;
    row.field_count = uint32_t(field_count_);
    columns.invalid.push_back(row);
}

/// The field of a role in the row at hand; doubled quotes stay as they are in one that was scanned.
bool DelimitedReader::role_field(const uint8_t *text, bool is_scanned, int role, row_bytes &field) const {
    const size_t column = columns_of_[role];
    if (column >= header_.size()) return false;
    if (is_scanned) {
        const Span &span = spans_[column];
        field = row_bytes{text + span.start, span.end - span.start};
    } else {
        field = libcsv_.cells[column];
    }
    return true;
}

/// The same field without its quotes; valid until the next one.
row_bytes DelimitedReader::decoded(row_bytes field, bool is_scanned, int role) {
    if (!is_scanned || !spans_[columns_of_[role]].has_doubled_quotes) return field;
    if (arena_.size() < field.length) arena_.resize(field.length);
    return row_bytes{arena_.data(), undouble(field.start, field.length, arena_.data())};
}

void DelimitedReader::note_id(const uint8_t *text, bool is_scanned) {
    row_bytes id;
    if (!role_field(text, is_scanned, ROW_ROLE_ID, id) || id.length == 0) return;
    id = decoded(id, is_scanned, ROW_ROLE_ID);
    columns.id_hash.push_back(row_hash(id.start, id.length));
}

/// Counts the lines, and gives the invalid rows theirs. Counting them at once is several times faster than for each row.
void DelimitedReader::number_lines(const uint8_t *text, size_t length) {
    size_t lines = 0, at = 0;
    for (row_invalid &row : columns.invalid) {
        lines += count_bytes(text + at, text + row.start, line_end_);
        at = row.start;
        row.line = uint32_t(lines);
        row.lines = uint32_t(count_bytes(text + at, text + at + row.length, line_end_));
        lines += row.lines;
        at += row.length;
    }
    columns.lines = lines + count_bytes(text + at, text + length, line_end_);
}

row_reader *make_delimited_reader(const row_format &format) { return new DelimitedReader(format); }

}  // namespace rows
