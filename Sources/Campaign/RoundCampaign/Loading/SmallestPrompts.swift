/// Distinct prompts with the smallest permanent random numbers: a simple random sample of them, the same however rows are ordered.
struct SmallestPrompts: Sendable {
    /// A prompt with its number.
    struct Entry: Sendable {
        var number: UInt64
        var key: UInt64
        var prompt: [UInt8]
    }

    /// How many are kept.
    let limit: Int
    private var entries: [Entry] = []
    /// What lies above is in nobody's sample.
    private(set) var largest = UInt64.max

    init(limit: Int) { self.limit = limit }

    mutating func take(_ more: [Entry]) {
        entries += more.filter { $0.number <= largest }
        if entries.count > 4 * limit + 64 { settle() }
    }

    /// The prompts in the order of their numbers.
    var prompts: [[UInt8]] {
        var copy = self
        copy.settle()
        return copy.entries.map(\.prompt)
    }

    private mutating func settle() {
        entries.sort { ($0.number, $0.key) < ($1.number, $1.key) }
        var kept: [Entry] = []
        for entry in entries where kept.last?.key != entry.key {
            if kept.count == limit { break }
            kept.append(entry)
        }
        entries = kept
        if entries.count == limit, let last = entries.last { largest = last.number }
    }
}
