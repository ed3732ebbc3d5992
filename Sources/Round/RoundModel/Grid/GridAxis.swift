/// One score of a grid: the lines at which counts are exact, and the strips between them.
///
/// Strip 2k+1 is what lies exactly on line k, strip 2k what lies between it and the line before.
public struct GridAxis: Hashable, Sendable {
    /// Ascending, each once.
    public let lines: [Double]
    /// The lowest score.
    public let min: Double
    /// The highest score.
    public let max: Double
    /// True where every score lies on a line.
    public let isExact: Bool

    /// - Precondition: the lines ascend.
    public init(lines: [Double], min: Double, max: Double, isExact: Bool) {
        (self.lines, self.min, self.max, self.isExact) = (lines, min, max, isExact)
    }

    /// The number of strips.
    public var strips: Int { 2 * lines.count + 1 }

    /// The strip that a value lies in.
    ///
    /// - Complexity: O(log lines).
    public func strip(of value: Double) -> Int {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low] == value ? 2 * low + 1 : 2 * low
    }

    /// The lines next to a value that is none; nil at the ends.
    public func neighbours(of value: Double) -> (below: Double?, above: Double?) {
        let place = strip(of: value)
        let next = place / 2
        return (
            next > 0 ? lines[next - 1] : nil,
            place % 2 == 1 ? (next + 1 < lines.count ? lines[next + 1] : nil) : (next < lines.count ? lines[next] : nil)
        )
    }

    /// The next line of all in a direction, from a value on a line or between two; nil beyond the last.
    public func line(from value: Double, up: Bool) -> Double? {
        let (below, above) = neighbours(of: value)
        return up ? above : below
    }

    /// True where counts at a value are exact: it is a line, lies beyond all scores, or every score is a line.
    public func isExact(at value: Double) -> Bool {
        isExact || strip(of: value) % 2 == 1 || value < min || value > max
    }
}
