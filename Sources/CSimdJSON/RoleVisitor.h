#ifndef CSIMDJSON_ROLEVISITOR_H
#define CSIMDJSON_ROLEVISITOR_H

#include "Paths.h"
#include "Walk.h"

namespace rows {

/// Notes the values of the roles' fields as a row is walked.
class RoleVisitor {
public:
    RoleVisitor(const Paths &paths, const uint8_t *text, std::string &scratch)
        : paths_(paths), text_(text), scratch_(scratch) {}

    RoleValues values;
    uint8_t seen = 0;
    uint8_t repeated = 0;

    void key(const Value &key) {
        child_ = nullptr;
        // Below an object that no path opens there is nothing to find.
        if (inside_ != 0) return;
        const uint8_t *name = text_ + key.start;
        size_t length = key.end - key.start;
        if (key.has_escapes) {
            scratch_.resize(length);
            uint8_t *decoded = reinterpret_cast<uint8_t *>(&scratch_[0]);
            length = unescape(name, length, decoded);
            name = decoded;
        }
        child_ = paths_.find(node_, name, length);
    }

    bool wants_number() const {
        return child_ != nullptr && (child_->roles & (1u << JSON_ROLE_SAFETY | 1u << JSON_ROLE_HELPFULNESS)) != 0;
    }

    void value(const Value &value) {
        if (child_ != nullptr) note(*child_, value);
        go_on();
    }

    void open(Kind kind, uint32_t start) {
        const Paths::Child *child = child_;
        child_ = nullptr;
        if (child != nullptr) {
            Value container;
            container.kind = kind;
            container.start = start;
            container.end = start;
            note(*child, container);
        }
        // The row's own object is node 0; an inner one is followed only where a path leads into it.
        if (inside_ == 0 && kind == Kind::object && !started_) {
            started_ = true;
            return;
        }
        started_ = true;
        if (inside_ == 0 && child != nullptr && child->node >= 0 && above_count_ < max_path &&
            (kind == Kind::object || paths_.has_elements(child->node))) {
            above_[above_count_++] = Above{node_, element_};
            node_ = child->node;
            element_ = kind == Kind::array ? 0 : none;
            if (element_ != none) child_ = paths_.element(node_, element_);
            return;
        }
        ++inside_;
    }

    void close(Kind, uint32_t) {
        if (inside_ > 0) {
            --inside_;
        } else if (above_count_ > 0) {
            --above_count_;
            node_ = above_[above_count_].node;
            element_ = above_[above_count_].element;
        }
        go_on();
    }

    /// The place of what comes next in the array that is gone through, from 0; -1 where none is.
    int64_t element() const { return inside_ == 0 ? element_ : none; }

private:
    static constexpr int max_path = 64;
    static constexpr int64_t none = -1;

    struct Above {
        int node;
        int64_t element;
    };

    /// After a value: in an array the next one has a path without there being a key to tell.
    void go_on() {
        child_ = nullptr;
        if (element_ != none && inside_ == 0) child_ = paths_.element(node_, ++element_);
    }

    void note(const Paths::Child &child, const Value &value) {
        for (unsigned mask = child.roles; mask != 0; mask &= mask - 1) {
            const int role = __builtin_ctz(mask);
            const uint8_t bit = uint8_t(1u << role);
            if (seen & bit) {
                repeated |= bit;
            } else {
                seen |= bit;
                values.of[role] = value;
            }
        }
    }

    const Paths &paths_;
    const uint8_t *text_;
    std::string &scratch_;
    const Paths::Child *child_ = nullptr;
    int node_ = 0;
    uint32_t inside_ = 0;  // how many containers deep below the last one that a path opens
    bool started_ = false;
    int64_t element_ = none;
    Above above_[max_path];
    int above_count_ = 0;
};

}  // namespace rows

#endif
