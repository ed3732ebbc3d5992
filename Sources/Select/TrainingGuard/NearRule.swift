/// When a prompt is near another one: by the sets of their shingles, which are five characters each.
public struct NearRule: Hashable, Sendable {
    /// The least share of both prompts' shingles that they have in common (Jaccard); above 0, at most 1.
    public var jaccard: Double
    /// The least share of the listed prompt's shingles that the other one has; above 0, at most 1.
    public var containment: Double
    /// A listed prompt with fewer shingles is not looked for within others.
    public var least: Int

    /// - Parameter least: from 1.
    public init(jaccard: Double = 0.8, containment: Double = 0.8, least: Int = 20) {
        (self.jaccard, self.containment, self.least) = (jaccard, containment, least)
    }

    /// Characters of a shingle.
    public static let characters = Shingle.length

    /// Words up to which a prompt with few shingles is compared as a whole only: near means nothing then.
    public static let fewWords = 3

    /// Whether nearness is looked for at all.
    func applies(shingles: Int, words: Int) -> Bool { shingles > 0 && (shingles >= least || words > Self.fewWords) }

    /// How many of a listed prompt's shingles another one has to have at least to be near.
    func needed(of shingles: Int) -> Int {
        // Whoever has a share of all that both have, has that share of the listed one's.
        let share = shingles >= least ? min(jaccard, containment) : jaccard
        var needed = max(1, Int((share * Double(shingles)).rounded(.down)) - 1)
        while needed < shingles, Double(needed) / Double(shingles) < share { needed += 1 }
        return needed
    }

    /// How alike two near prompts are as a whole, or where they are not, how much of the listed one the other one holds.
    public func likeness(_ overlap: ShingleOverlap) -> Double {
        overlap.jaccard >= jaccard ? overlap.jaccard : overlap.containment
    }

    /// Whether an overlap is near.
    func isNear(_ overlap: ShingleOverlap) -> Bool {
        overlap.jaccard >= jaccard || (overlap.listed >= least && overlap.containment >= containment)
    }
}

/// How much the shingles of a listed prompt and another one have in common.
public struct ShingleOverlap: Hashable, Sendable {
    /// Different shingles that both have.
    public var shared: Int
    /// Those of the listed prompt.
    public var listed: Int
    /// Those of the other one.
    public var other: Int

    public init(shared: Int, listed: Int, other: Int) {
        (self.shared, self.listed, self.other) = (shared, listed, other)
    }

    /// The share of what either has that both have, 0 to 1.
    public var jaccard: Double {
        let all = listed + other - shared
        return all > 0 ? Double(shared) / Double(all) : 0
    }

    /// The share of the listed prompt that the other one has, 0 to 1.
    public var containment: Double { listed > 0 ? Double(shared) / Double(listed) : 0 }

    /// The overlap of two prompts, the plain way.
    ///
    ///     ShingleOverlap(listed: "how do i pick a lock", other: "how do i pick a pocket").jaccard == 12.0 / 22
    ///
    /// - Complexity: O(characters), expected.
    public init(listed: String, other: String) {
        let first = Self.shingles(of: listed), second = Self.shingles(of: other)
        self.init(shared: first.intersection(second).count, listed: first.count, other: second.count)
    }

    private static func shingles(of text: String) -> Set<Shingle> {
        let normal = NormalText()
        var text = text
        text.withUTF8 { normal.take(UnsafeRawBufferPointer($0)) }
        var all: Set<Shingle> = []
        Shingle.forEach(in: normal.codes) {
            all.insert($0)
            return true
        }
        return all
    }
}
