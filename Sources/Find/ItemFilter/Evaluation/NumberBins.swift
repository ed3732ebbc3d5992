import RoundModel

/// Ranges of a field's numbers, between round limits; together they hold every number.
public struct NumberBins: Hashable, Sendable {
    /// Where one bin ends and the next begins: ascending, at least one, at most 100; a number at a limit is in the bin
    /// above.
    public let limits: [Double]

    /// - Precondition: as `limits` says.
    public init(limits: [Double]) { self.limits = limits }

    /// About ten bins for some numbers, of which they need not be all: the first and the last bin are open.
    ///
    /// Equally wide where the numbers are; a bin for each power of ten where they span more than three of them. Limits have
    /// one digit or two.
    /// - Parameter numbers: finite, in any order.
    /// - Returns: nil where they are all the same, or none.
    /// - Complexity: O(n log n).
    public init?(of numbers: [Double]) {
        let sorted = numbers.sorted()
        guard let least = sorted.first, let most = sorted.last, least < most else { return nil }
        // A few far out shall not press all others into one bin.
        func at(_ share: Double) -> Double { sorted[Int(share * Double(sorted.count - 1))] }
        var (low, high) = (at(0.02), at(0.98))
        if low == high { (low, high) = (least, most) }
        let limits = low > 0 && high / low >= 1000 ? Self.powers(low, high) : Self.steps(low, high)
        guard !limits.isEmpty else { return nil }
        self.init(limits: limits)
    }

    private static func powers(_ low: Double, _ high: Double) -> [Double] {
        var limits: [Double] = []
        for power in -300...300 {
            guard let limit = Double("1e\(power)"), limit > low else { continue }
            if limit > high { break }
            limits.append(limit)
        }
        let stride = (limits.count + 11) / 12
        return limits.enumerated().filter { $0.offset % max(1, stride) == 0 }.map(\.element)
    }

    private static func steps(_ low: Double, _ high: Double) -> [Double] {
        let wanted = (high / 8 - low / 8)
        guard wanted > 0, wanted.isFinite else { return [low / 2 + high / 2] }
        for power in -320...308 {
            for digit in [1, 2, 5] {
                guard let step = Double("\(digit)e\(power)"), step >= wanted, step.isFinite else { continue }
                let first = (low / step).rounded(.down) + 1
                // So far from 0 steps of this size are lost in the digits of a double.
                guard abs(first) < 1e15, abs(high / step) < 1e15 else { return [low / 2 + high / 2] }
                let limits = stride(from: first, through: (high / step).rounded(.down), by: 1).compactMap { count in
                    Double("\(Int(count) * digit)e\(power)")
                }
                return limits.isEmpty ? [low / 2 + high / 2] : limits
            }
        }
        return []
    }

    /// How many there are.
    public var count: Int { limits.count + 1 }

    /// The bin that a number lies in, from 0.
    ///
    /// - Complexity: O(bins).
    public func bin(of number: Double) -> Int { limits.reduce(0) { $0 + (number >= $1 ? 1 : 0) } }

    /// One bin, by its number.
    ///
    /// - Precondition: 0 to `count` - 1.
    public subscript(_ bin: Int) -> NumberBin {
        NumberBin(
            number: bin,
            low: bin > 0 ? limits[bin - 1] : nil,
            high: bin < limits.count ? limits[bin] : nil
        )
    }

    /// All of them, the lowest first.
    public var bins: [NumberBin] { (0..<count).map { self[$0] } }
}

/// A range of a field's numbers.
public struct NumberBin: Hashable, Sendable {
    /// Its number among its neighbours, from 0.
    public let number: Int
    /// The least number that is in it; nil where it has no such end.
    public let low: Double?
    /// The number at which the next bin begins; nil for the last one.
    public let high: Double?

    public init(number: Int, low: Double?, high: Double?) {
        (self.number, self.low, self.high) = (number, low, high)
    }

    /// As people read it: `10 to 20`, with 20 being in the next one.
    public var title: String {
        switch (low.map(FilterWords.written), high.map(FilterWords.written)) {
        case (let low?, let high?): "\(low) to \(high)"
        case (let low?, nil): "\(low) and more"
        case (nil, let high?): "less than \(high)"
        case (nil, nil): "any number"
        }
    }
}
