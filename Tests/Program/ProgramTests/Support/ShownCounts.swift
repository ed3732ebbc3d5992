import TestSupport

/// The buckets' counts as the screen shows them, at any size: `A adversarial  484  24.3 %`, or `A  484 24.3 %`.
struct ShownCounts: Equatable {
    /// Adversarial, accepted, discarded.
    var buckets: [Int]

    init?(_ text: String) {
        var counts: [Int] = []
        for name in ["A(?: adversarial)?", "C(?: accepted)?", "D(?: discarded)?"] {
            guard let regex = try? Regex<(Substring, Substring)>("\(name) +([0-9,]+) +[0-9.]+ %"),
                let match = text.firstMatch(of: regex), let count = Int(match.output.1.filter { $0 != "," })
            else { return nil }
            counts.append(count)
        }
        buckets = counts
    }
}

extension PseudoTerminal {
    /// Waits until the counts on the screen are those.
    func waitForCounts(_ buckets: [Int]) throws {
        try waitFor("counts \(buckets)") { ShownCounts($0.text)?.buckets == buckets }
    }

    /// The keys that have no character, as a terminal in application mode sends them.
    enum Key: String {
        case left = "\u{1B}OD"
        case right = "\u{1B}OC"
        case up = "\u{1B}OA"
        case down = "\u{1B}OB"
        case shiftLeft = "\u{1B}[1;2D"
        case shiftRight = "\u{1B}[1;2C"
        case pageDown = "\u{1B}[6~"
        case escape = "\u{1B}"
        case enter = "\r"
        case clearLine = "\u{15}"
        case interrupt = "\u{3}"
        case suspend = "\u{1A}"
    }

    func press(_ key: Key, times: Int = 1) {
        for _ in 0..<times { send(key.rawValue) }
    }
}
