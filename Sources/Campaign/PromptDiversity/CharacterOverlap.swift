/// How alike texts are by the runs of characters that they share: Jaccard's index of sets of 5 characters in lower case.
///
/// Of a text that is shorter the whole text is its only run.
public struct CharacterOverlap: Hashable, Sendable {
    /// The numbers of each text's runs, ascending.
    private let runs: [[Int32]]

    /// The characters of a run.
    public static let length = 5

    /// - Parameter texts: UTF-8.
    /// - Complexity: O(characters).
    public init(_ texts: [[UInt8]]) {
        var numbers: [[Unicode.Scalar]: Int32] = [:]
        runs = texts.map { text in
            let scalars = Array(String(decoding: text, as: UTF8.self).lowercased().unicodeScalars)
            guard !scalars.isEmpty else { return [] }
            let last = max(0, scalars.count - Self.length)
            var own: Set<Int32> = []
            for start in 0...last {
                let run = Array(scalars[start..<min(scalars.count, start + Self.length)])
                if let number = numbers[run] {
                    own.insert(number)
                } else {
                    own.insert(Int32(truncatingIfNeeded: numbers.count))
                    numbers[run] = Int32(truncatingIfNeeded: numbers.count)
                }
            }
            return own.sorted()
        }
    }

    /// |A ∩ B| / |A ∪ B| of two texts by their numbers; 1 for two empty ones.
    ///
    /// - Complexity: O(characters of both).
    public func index(_ one: Int, _ other: Int) -> Double {
        let (left, right) = (runs[one], runs[other])
        var (i, j, shared) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] { shared += 1 }
            let step = left[i]
            if step <= right[j] { i += 1 }
            if right[j] <= step { j += 1 }
        }
        let whole = left.count + right.count - shared
        return whole > 0 ? Double(shared) / Double(whole) : 1
    }

    /// The mean over all pairs; nil of fewer than two texts.
    ///
    /// - Complexity: O(texts × characters).
    public var mean: Double? {
        guard runs.count > 1 else { return nil }
        var sum = 0.0
        for one in runs.indices { for other in one + 1..<runs.count { sum += index(one, other) } }
        return sum / Double(runs.count * (runs.count - 1) / 2)
    }
}
