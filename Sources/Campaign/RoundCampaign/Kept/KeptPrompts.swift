/// The distinct prompts of a round, by digests: 12 bytes each, 24 where they are not too many to be followed through the rounds, and
/// 33 where the round says what they were made from.
public struct KeptPrompts: Sendable {
    /// The digests' beginnings, ascending.
    public let keys: [UInt64]
    /// For each, the place of its least safe item among all by ascending safety.
    let places: [UInt32]
    /// Where each is in the round; nil where there are too many.
    let found: Found?
    /// What each was made from; nil where the round has no such field, or too many prompts.
    let parents: Parents?

    /// The least safe item with each prompt, and its helpfulness.
    struct Found: Sendable {
        var items: [UInt32]
        var helpfulness: [Double]
    }

    /// Where prompts come from.
    struct Parents: Sendable {
        /// The digest's beginning of the parent; 0 for none.
        var keys: [UInt64]
        /// BLEU of the prompt against its parent, in steps of 1/250.
        var likeness: [UInt8]
    }

    /// Prompts that are followed through the rounds at most.
    static let limit = 2_000_000

    /// How many there are.
    public var count: Int { keys.count }

    /// The place of a prompt among them; nil where the round does not have it.
    ///
    /// - Complexity: O(log prompts).
    func place(of key: UInt64) -> Int? { SortedPlaces.place(of: key, in: keys[...]) }

    /// The prompts with an item among the first by ascending safety: those with a response below a threshold.
    ///
    /// - Complexity: O(prompts).
    func count(before place: Int) -> Int { places.count { Int($0) < place } }

    /// For each prompt that another round has too, the places of its least safe items here and there.
    ///
    /// - Complexity: O(prompts of both).
    func shared(with other: KeptPrompts) -> [(here: UInt32, there: UInt32)] {
        var (i, j) = (0, 0)
        var shared: [(here: UInt32, there: UInt32)] = []
        while i < keys.count, j < other.keys.count {
            if keys[i] == other.keys[j] {
                shared.append((places[i], other.places[j]))
                i += 1
                j += 1
            } else if keys[i] < other.keys[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return shared
    }

    /// How many of the prompts one of some other rounds has.
    ///
    /// - Complexity: O(prompts of all).
    func seen(in others: [KeptPrompts]) -> Int {
        var cursors = others.map { _ in 0 }
        return keys.count { key in
            for (number, other) in others.enumerated() {
                while cursors[number] < other.keys.count, other.keys[cursors[number]] < key { cursors[number] += 1 }
            }
            return others.indices.contains {
                cursors[$0] < others[$0].keys.count && others[$0].keys[cursors[$0]] == key
            }
        }
    }
}
