#ifndef CSIMDJSON_PATHS_H
#define CSIMDJSON_PATHS_H

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "CSimdJSON.h"

namespace rows {

/// Where the roles' fields stand: a tree of keys, node 0 being the row itself.
class Paths {
public:
    struct Child {
        std::string key;
        uint8_t roles;  // a mask
        int node;       // what is to be looked for inside, or -1
    };

    Paths() : nodes_(1) {}

    void add(int role, const json_bytes *keys, size_t count) {
        int node = 0;
        for (size_t i = 0; i < count; ++i) {
            std::string key(reinterpret_cast<const char *>(keys[i].start), keys[i].length);
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

    /// The roles that have a path, as a mask.
    uint8_t known() const noexcept { return known_; }

private:
    Child &child_of(int node, const std::string &key) {
        for (Child &child : nodes_[size_t(node)]) {
            if (child.key == key) return child;
        }
        nodes_[size_t(node)].push_back(Child{key, 0, -1});
        return nodes_[size_t(node)].back();
    }

    std::vector<std::vector<Child>> nodes_;
    uint8_t known_ = 0;
};

}  // namespace rows

#endif
