#ifndef CROWREADER_KEYREPEATS_H
#define CROWREADER_KEYREPEATS_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rows {

/// Whether an object of a row holds a key twice, by the hashes of its keys.
///
/// Only rows of unknown layouts are looked at, since the keys are part of a layout.
class KeyRepeats {
public:
    void begin_row() {
        keys_.clear();
        starts_.clear();
        troubles_ = 0;
    }

    void open() { starts_.push_back(keys_.size()); }

    /// A key of the object that was opened last and is not closed yet.
    void key(const uint8_t *text, size_t length, bool has_escapes);

    /// O(n log n) over the object's keys.
    void close();

    /// Those of the objects that are closed, a mask.
    uint16_t troubles() const { return troubles_; }

    /// Lets go of what one huge row made it take.
    void shrink() {
        if (keys_.capacity() > usual || starts_.capacity() > usual) *this = KeyRepeats();
    }

private:
    static constexpr size_t usual = 1 << 12;

    /// Two hashes of a key: of all its bytes, and regardless of the case of ASCII letters.
    struct Key {
        uint64_t folded, exact;

        void add(uint64_t word);
    };

    void compare(const Key &a, const Key &b);

    std::vector<Key> keys_;
    std::vector<size_t> starts_;  // of the open objects' keys
    std::string decoded_;
    uint16_t troubles_ = 0;
};

}  // namespace rows

#endif
