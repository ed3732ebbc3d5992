/// What a sample gives that is drawn more densely in one part of a population, beside a simple one of all of it: for some shares of
/// wrong items that are guessed.
///
/// Widths are those of the intervals of a fixed number of labels, at the mistakes to be expected.
public struct DensityPlan: Hashable, Sendable {
    /// The items of the part that is drawn often.
    public let near: Int
    /// The others.
    public let far: Int
    /// How often one of the others is drawn for each of the part, above 0, at most 1.
    public let floor: Double

    public init(near: Int, far: Int, floor: Double) throws(AuditError) {
        try Check.count(near, .size, within: 0...Check.largestPopulation)
        try Check.count(far, .size, within: 0...Check.largestPopulation - near)
        guard floor > 0, floor <= 1 else { throw .notAProbability(.share, found: floor) }
        self.near = near
        self.far = far
        self.floor = floor
    }

    /// The shares of wrong items in the two parts.
    public struct Shares: Hashable, Sendable {
        public var near: Double
        public var far: Double

        public init(near: Double, far: Double) {
            self.near = near
            self.far = far
        }
    }

    /// All items.
    public var size: Int { near + far }

    /// The share of wrong items among all.
    public func share(_ shares: Shares) -> Double {
        size > 0 ? (Double(near) * shares.near + Double(far) * shares.far) / Double(size) : 0
    }

    /// How many of so many labels are to be expected in each part.
    public func split(_ labels: Int) -> (near: Int, far: Int) {
        let wanted = min(labels, size)
        let dense = Double(near) / max(1e-300, Double(near) + floor * Double(far))
        let close = min(near, max(wanted - far, Int((Double(wanted) * dense).rounded())))
        return (close, wanted - close)
    }

    /// The width of the interval that so many labels give.
    public func width(_ labels: Int, _ shares: Shares, alpha: Double) throws(AuditError) -> Double {
        let counts = split(labels)
        guard size > 0, counts.near > 0 || near == 0, counts.far > 0 || far == 0 else { return 1 }
        let one = try Self.reach(near, counts.near, shares.near, alpha)
        let other = try Self.reach(far, counts.far, shares.far, alpha)
        let below = (one.below * one.below + other.below * other.below).squareRoot()
        let above = (one.above * one.above + other.above * other.above).squareRoot()
        return (below + above) / Double(size)
    }

    /// The width that a simple sample of so many labels gives.
    public func simpleWidth(_ labels: Int, _ shares: Shares, alpha: Double) throws(AuditError) -> Double {
        guard size > 0, labels > 0 else { return 1 }
        let reach = try Self.reach(size, min(labels, size), share(shares), alpha)
        return (reach.below + reach.above) / Double(size)
    }

    /// The labels whose interval is no wider than that of a simple sample.
    ///
    /// - Complexity: O(log N) widths, each O(log N) probabilities.
    public func labels(insteadOf simple: Int, _ shares: Shares, alpha: Double) throws(AuditError) -> Int {
        let wanted = try simpleWidth(simple, shares, alpha: alpha)
        return try Self.first(in: 2...max(2, size)) { labels throws(AuditError) in
            try width(labels, shares, alpha: alpha) <= wanted
        }
    }

    /// The labels of a simple sample whose interval is no wider than that of so many of this one.
    ///
    /// - Complexity: as for `labels`.
    public func simpleLabels(insteadOf dense: Int, _ shares: Shares, alpha: Double) throws(AuditError) -> Int {
        let wanted = try width(dense, shares, alpha: alpha)
        return try Self.first(in: 1...max(1, size)) { labels throws(AuditError) in
            try simpleWidth(labels, shares, alpha: alpha) <= wanted
        }
    }

    private static func first(
        in range: ClosedRange<Int>,
        where holds: (Int) throws(AuditError) -> Bool
    ) throws(AuditError) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if try holds(middle) { high = middle } else { low = middle + 1 }
        }
        return high
    }

    /// How far the interval of a stratum reaches to either side, in items, at the mistakes to be expected.
    private static func reach(
        _ size: Int,
        _ labels: Int,
        _ share: Double,
        _ alpha: Double
    ) throws(AuditError) -> (below: Double, above: Double) {
        guard size > 0, labels < size else { return (0, 0) }
        let expected = share * Double(labels)
        let least = min(labels, Int(expected.rounded(.down)))
        let few = try reach(size, labels, wrong: least, alpha)
        let part = expected - Double(least)
        guard part > 0, least < labels else { return few }
        // Between whole numbers of mistakes it is neither.
        let more = try reach(size, labels, wrong: least + 1, alpha)
        return (
            (1 - part) * few.below + part * more.below,
            (1 - part) * few.above + part * more.above
        )
    }

    private static func reach(
        _ size: Int,
        _ labels: Int,
        wrong: Int,
        _ alpha: Double
    ) throws(AuditError) -> (below: Double, above: Double) {
        let counts = try FiniteSample(population: size, checked: labels, wrong: wrong).inversion(alpha: alpha)
        let value = Double(size) * (Double(wrong) / Double(labels))
        return (max(0, value - Double(counts.lower)), max(0, Double(counts.upper) - value))
    }
}
