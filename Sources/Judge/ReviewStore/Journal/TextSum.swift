internal import Basics

/// A sum over texts and numbers, each told from its neighbours: tells a byte that changed.
struct TextSum {
    private var hash = FNV1a()

    var value: UInt64 { hash.value }

    /// Adds a text and where it ends.
    mutating func add(_ text: String) {
        hash.add(UInt64(text.utf8.count))
        for byte in text.utf8 { hash.add(byte) }
    }

    mutating func add(_ word: UInt64) { hash.add(word) }
}
