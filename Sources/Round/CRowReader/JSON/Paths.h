#ifndef CSIMDROW_PATHS_H
#define CSIMDROW_PATHS_H

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "CRowReader.h"

namespace rows {

/// Where the roles' fields stand: a tree of keys, node 0 being the row itself. A key that is a number, `0`, is also the place
/// of an element in an array. A key that begins with ROW_TURN_MARK chooses turns of a list by who speaks them: all turns of
/// a list have one node, and which of them counts is decided when the list is over.
class Paths {
public:
    struct Child {
        std::string key;
        int64_t index;  // the element of an array that the key means, any_turn, or -1
        uint8_t roles;  // a mask
        int node;       // what is to be looked for inside, or -1
    };

    /// Which turn of a list a role takes.
    struct Turn {
        int list = -1;  // the list's node
        std::string word;  // who speaks it, as the path says; empty for anybody
        uint8_t speaker = 0;
        int64_t place = 0;  // among the turns of the speaker from 0, or back from -1
    };

    static constexpr int64_t any_turn = -2;

    Paths() : nodes_(1) {}

    void add(int role, const row_bytes *keys, size_t count) {
        int node = 0;
        for (size_t i = 0; i < count; ++i) {
            std::string key(reinterpret_cast<const char *>(keys[i].start), keys[i].length);
            if (!key.empty() && uint8_t(key[0]) == ROW_TURN_MARK) {
                turns_[role] = turn_of(key, node);
                turned_ = uint8_t(turned_ | 1u << role);
                key.resize(1);
            }
            Child &child = child_of(node, key);
            if (i + 1 == count) {
                child.roles = uint8_t(child.roles | 1u << role);
                known_ = uint8_t(known_ | 1u << role);
            } else {
                if (child.node < 0) {
                    // `child` dangles once nodes_ grows, so the number is written first.
                    child.node = int(nodes_.size());
                    node = child.node;
                    nodes_.emplace_back();
                } else {
                    node = child.node;
                }
            }
        }
    }

    /// The child of `node` with a key, or NULL.
    const Child *find(int node, const uint8_t *key, size_t length) const noexcept {
        for (const Child &child : nodes_[size_t(node)]) {
            // Most keys differ in length or in their first byte: the call is for the rest.
            if (child.key.size() == length && (length == 0 || child.key[0] == char(key[0])) &&
                memcmp(child.key.data(), key, length) == 0) return &child;
        }
        return nullptr;
    }

    /// The child of `node` that is an element of an array, counted from 0, or NULL.
    const Child *element(int node, int64_t index) const noexcept {
        const Child *any = nullptr;
        for (const Child &child : nodes_[size_t(node)]) {
            if (child.index == index) return &child;
            if (child.index == any_turn) any = &child;
        }
        return any;
    }

    /// Whether `node` has a child that can be an element of an array.
    bool has_elements(int node) const noexcept {
        for (const Child &child : nodes_[size_t(node)]) {
            if (child.index != -1) return true;
        }
        return false;
    }

    /// Whether `node` is a list of which some role takes a turn.
    bool has_turns(int node) const noexcept {
        for (const Child &child : nodes_[size_t(node)]) {
            if (child.index == any_turn) return true;
        }
        return false;
    }

    /// The roles that take a turn of a list, as a mask.
    uint8_t turned() const noexcept { return turned_; }

    const Turn &turn(int role) const noexcept { return turns_[role]; }

    /// The roles that have a path, as a mask.
    uint8_t known() const noexcept { return known_; }

private:
    Child &child_of(int node, const std::string &key) {
        for (Child &child : nodes_[size_t(node)]) {
            if (child.key == key) return child;
        }
        nodes_[size_t(node)].push_back(Child{key, index_of(key), 0, -1});
        return nodes_[size_t(node)].back();
    }

    /// A number as a path writes it, without a sign or zeros before it; -1 for any other key.
    static int64_t index_of(const std::string &key) {
        if (key.size() == 1 && uint8_t(key[0]) == ROW_TURN_MARK) return any_turn;
        if (key.empty() || key.size() > 9 || (key[0] == '0' && key.size() > 1)) return -1;
        int64_t index = 0;
        for (const char digit : key) {
            if (digit < '0' || digit > '9') return -1;
            index = 10 * index + (digit - '0');
        }
        return index;
    }

    /// A mark, who speaks, a mark, and the place.
    static Turn turn_of(const std::string &key, int list);

    std::vector<std::vector<Child>> nodes_;
    uint8_t known_ = 0;
    uint8_t turned_ = 0;
    Turn turns_[ROW_ROLES];
};

}  // namespace rows

#endif
