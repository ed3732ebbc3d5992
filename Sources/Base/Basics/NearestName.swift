/// Finds what somebody meant by a name that does not exist.
public enum NearestName {
    /// The name that takes the fewest letters put in, left out, exchanged or swapped with their neighbour; nil where
    /// more than a third of the name, and more than two letters, would have to change.
    ///
    /// - Complexity: O(names × letters²).
    public static func of(_ name: String, among names: [String]) -> String? {
        let typed = Array(name.lowercased())
        guard typed.count <= 100 else { return nil }
        let nearest = names.map { (distance(typed, Array($0.lowercased())), $0) }.min { $0.0 < $1.0 }
        guard let nearest, nearest.0 <= (typed.count < 4 ? 1 : max(2, typed.count / 3)) else { return nil }
        return nearest.1
    }

    /// What to say of it behind what was wrong: ` (did you mean "safety"?)`, or nothing.
    public static func hint(_ name: String, among names: [String]) -> String {
        of(name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    }

    /// Letters to put in, leave out, exchange or swap with their neighbour until one word is the other.
    ///
    /// - Complexity: O(letters of the one × letters of the other).
    public static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var now = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column + 1] + 1, now[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, before[column - 1] + 1)
                }
                now.append(best)
            }
            (before, last) = (last, now)
        }
        return last[right.count]
    }
}
