#include "CJSONTree.h"

#include <simdjson.h>

#include <deque>
#include <new>
#include <string>
#include <vector>

using namespace simdjson;

struct json_tree {
    ondemand::parser parser;
    std::vector<json_tree_node> nodes;
    std::deque<std::string> texts;  // a deque: what is pointed to stays where it is
    padded_string padded;
};

namespace {

struct Failure {
    int code;
    error_code error;
};

class Walk {
public:
    explicit Walk(json_tree &tree) : tree_(tree) {}

    template <typename Value>
    void value(Value &&value, int depth)
    {
        if (depth > JSON_TREE_DEPTH) throw Failure{JSON_TREE_DEEP, DEPTH_ERROR};
        switch (take(value.type())) {
        case ondemand::json_type::null:
            if (!null(value)) throw Failure{JSON_TREE_BROKEN, N_ATOM_ERROR};
            tree_.nodes.push_back({JSON_TREE_NULL, 0, nullptr, 0});
            return;
        case ondemand::json_type::boolean: {
            const bool isTrue = take(value.get_bool());
            tree_.nodes.push_back({uint8_t(isTrue ? JSON_TREE_TRUE : JSON_TREE_FALSE), 0, nullptr, 0});
            return;
        }
        case ondemand::json_type::number: return number(value);
        case ondemand::json_type::string: return string(value);
        case ondemand::json_type::array: {
            const size_t at = open(JSON_TREE_ARRAY);
            uint32_t count = 0;
            for (auto element : take(value.get_array())) {
                ondemand::value inner = take(std::move(element));
                this->value(inner, depth + 1);
                count += 1;
            }
            tree_.nodes[at].count = count;
            return;
        }
        case ondemand::json_type::object: {
            const size_t at = open(JSON_TREE_OBJECT);
            uint32_t count = 0;
            for (auto field : take(value.get_object())) {
                add(JSON_TREE_STRING, take(field.unescaped_key()));
                ondemand::value inner = take(field.value());
                this->value(inner, depth + 1);
                count += 1;
            }
            tree_.nodes[at].count = count;
            return;
        }
        }
    }

private:
    template <typename T>
    static T take(simdjson_result<T> &&result)
    {
        T value;
        const error_code error = std::move(result).get(value);
        if (error) throw Failure{error == MEMALLOC ? JSON_TREE_NO_MEMORY : JSON_TREE_BROKEN, error};
        return value;
    }

    static bool null(ondemand::value &value) { return value.is_null(); }
    static bool null(ondemand::document &value) { return value.is_null(); }

    /// As it was written. What a double does not hold is a number all the same; what is no number at all is not.
    template <typename Value>
    void number(Value &value)
    {
        std::string_view token = raw(value);
        while (!token.empty() && (unsigned char)token.back() <= ' ') token.remove_suffix(1);
        double number;
        const error_code error = value.get_double().get(number);
        if (error && !isNumber(token)) throw Failure{JSON_TREE_BROKEN, error};
        add(JSON_TREE_NUMBER, token);
    }

    static int hex(std::string_view text, size_t at)
    {
        int value = 0;
        for (size_t index = at; index < at + 4; index++) {
            if (index >= text.size()) return -1;
            const char digit = text[index];
            const int part = digit >= '0' && digit <= '9' ? digit - '0'
                : digit >= 'a' && digit <= 'f'            ? digit - 'a' + 10
                : digit >= 'A' && digit <= 'F'            ? digit - 'A' + 10
                                                          : -1;
            if (part < 0) return -1;
            value = value * 16 + part;
        }
        return value;
    }

    static void append(std::string &text, uint32_t scalar)
    {
        if (scalar < 0x80) {
            text += char(scalar);
        } else if (scalar < 0x800) {
            text += char(0xC0 | scalar >> 6);
            text += char(0x80 | (scalar & 0x3F));
        } else if (scalar < 0x10000) {
            text += char(0xE0 | scalar >> 12);
            text += char(0x80 | (scalar >> 6 & 0x3F));
            text += char(0x80 | (scalar & 0x3F));
        } else {
            text += char(0xF0 | scalar >> 18);
            text += char(0x80 | (scalar >> 12 & 0x3F));
            text += char(0x80 | (scalar >> 6 & 0x3F));
            text += char(0x80 | (scalar & 0x3F));
        }
    }

    /// A token with half of a surrogate pair, which simdjson does not decode: U+FFFD stands for the half.
    static std::string decoded(std::string_view token)
    {
        std::string text;
        for (size_t at = 1; at < token.size() && token[at] != '"'; at++) {
            if (token[at] != '\\') {
                text += token[at];
                continue;
            }
            at += 1;
            if (at >= token.size()) break;
            switch (token[at]) {
            case 'n': text += '\n'; break;
            case 't': text += '\t'; break;
            case 'r': text += '\r'; break;
            case 'b': text += '\b'; break;
            case 'f': text += '\f'; break;
            case 'u': {
                const int unit = hex(token, at + 1);
                if (unit < 0) throw Failure{JSON_TREE_BROKEN, STRING_ERROR};
                at += 4;
                if (unit < 0xD800 || unit > 0xDFFF) {
                    append(text, uint32_t(unit));
                    break;
                }
                const bool isPair = unit < 0xDC00 && at + 2 < token.size() && token[at + 1] == '\\' && token[at + 2] == 'u';
                const int low = isPair ? hex(token, at + 3) : -1;
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    append(text, 0x10000 + (uint32_t(unit - 0xD800) << 10) + uint32_t(low - 0xDC00));
                    at += 6;
                } else {
                    append(text, 0xFFFD);
                }
                break;
            }
            case '"':
            case '\\':
            case '/': text += token[at]; break;
            default: throw Failure{JSON_TREE_BROKEN, STRING_ERROR};
            }
        }
        return text;
    }

    /// Decoded.
    template <typename Value>
    void string(Value &value)
    {
        const std::string_view token = raw(value);
        std::string_view text;
        const error_code error = value.get_string().get(text);
        if (error == STRING_ERROR && token.size() >= 2) return add(JSON_TREE_STRING, decoded(token));
        if (error) throw Failure{JSON_TREE_BROKEN, error};
        add(JSON_TREE_STRING, text);
    }

    static std::string_view raw(ondemand::value &value) { return value.raw_json_token(); }
    static std::string_view raw(ondemand::document &value) { return take(value.raw_json_token()); }

    /// JSON's own grammar of numbers: simdjson calls a number that is too large an error.
    static bool isNumber(std::string_view text)
    {
        size_t at = 0;
        const auto digits = [&] {
            const size_t start = at;
            while (at < text.size() && text[at] >= '0' && text[at] <= '9') at += 1;
            return at - start;
        };
        if (at < text.size() && text[at] == '-') at += 1;
        const bool isZero = at < text.size() && text[at] == '0';
        const size_t whole = digits();
        if (whole == 0 || (isZero && whole > 1)) return false;
        if (at < text.size() && text[at] == '.') {
            at += 1;
            if (digits() == 0) return false;
        }
        if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
            at += 1;
            if (at < text.size() && (text[at] == '+' || text[at] == '-')) at += 1;
            if (digits() == 0) return false;
        }
        return at == text.size();
    }

    size_t open(uint8_t kind)
    {
        tree_.nodes.push_back({kind, 0, nullptr, 0});
        return tree_.nodes.size() - 1;
    }

    void add(uint8_t kind, std::string_view text)
    {
        tree_.texts.emplace_back(text);
        const std::string &kept = tree_.texts.back();
        tree_.nodes.push_back({kind, 0, kept.data(), kept.size()});
    }

    json_tree &tree_;
};

}  // namespace

json_tree *json_tree_create(void) { return new (std::nothrow) json_tree; }

void json_tree_destroy(json_tree *tree) { delete tree; }

int json_tree_read(
    json_tree *tree, const uint8_t *text, size_t length, const json_tree_node **nodes, size_t *count, const char **problem)
{
    tree->nodes.clear();
    tree->texts.clear();
    *nodes = nullptr;
    *count = 0;
    *problem = "";
    int code = JSON_TREE_FINE;
    try {
        tree->padded = padded_string(reinterpret_cast<const char *>(text), length);
        ondemand::document document;
        const error_code error = tree->parser.iterate(tree->padded).get(document);
        if (error) throw Failure{error == MEMALLOC ? JSON_TREE_NO_MEMORY : JSON_TREE_BROKEN, error};
        Walk(*tree).value(document, 0);
        if (!document.current_location().error()) throw Failure{JSON_TREE_BROKEN, TRAILING_CONTENT};
    } catch (const Failure &failure) {
        code = failure.code;
        *problem = error_message(failure.error);
    } catch (const simdjson_error &error) {
        code = JSON_TREE_BROKEN;
        *problem = error_message(error.error());
    } catch (const std::bad_alloc &) {
        code = JSON_TREE_NO_MEMORY;
    }
    if (code != JSON_TREE_FINE) return code;
    *nodes = tree->nodes.data();
    *count = tree->nodes.size();
    return code;
}
