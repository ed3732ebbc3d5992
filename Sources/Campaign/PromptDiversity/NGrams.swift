/// The runs of one to several words in some texts, numbered: the same number for the same run.
struct NGrams {
    /// For each length, from 1: for each text the numbers of its runs, in order.
    let runs: [[[Int32]]]
    /// For each length, how many different runs there are.
    let kinds: [Int]

    /// - Parameter longest: from 1.
    /// - Complexity: O(words × longest).
    init(_ sentences: [[Int32]], upTo longest: Int) {
        var (all, kinds): ([[[Int32]]], [Int]) = ([], [])
        for length in 1...max(1, longest) {
            // A run is told by the number of the run without its last word, and that word.
            var numbers: [UInt64: Int32] = [:]
            let shorter = all.last
            all.append(
                sentences.enumerated().map { text, words in
                    guard words.count >= length else { return [] }
                    return (0...words.count - length).map { start in
                        let head = shorter.map { UInt64(UInt32(bitPattern: $0[text][start])) + 1 } ?? 0
                        let key = head << 32 | UInt64(UInt32(bitPattern: words[start + length - 1]))
                        if let number = numbers[key] { return number }
                        let number = Int32(truncatingIfNeeded: numbers.count)
                        numbers[key] = number
                        return number
                    }
                }
            )
            kinds.append(numbers.count)
        }
        (runs, self.kinds) = (all, kinds)
    }

    /// The share of different runs among all of one length; nil where there are none.
    func distinct(_ length: Int) -> Double? {
        let total = runs[length - 1].reduce(0) { $0 + $1.count }
        return total > 0 ? Double(kinds[length - 1]) / Double(total) : nil
    }
}
