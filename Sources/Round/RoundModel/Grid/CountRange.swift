/// How many there are, as far as it is known: exact where both ends are the same.
public struct CountRange: Hashable, Sendable {
    /// At least so many.
    public var low: Int
    /// At most so many.
    public var high: Int

    public init(low: Int = 0, high: Int = 0) { (self.low, self.high) = (low, high) }

    /// A number that is known.
    public init(_ count: Int) { (low, high) = (count, count) }

    /// True where the number is known.
    public var isExact: Bool { low == high }

    /// Whether a number can be it.
    public func contains(_ count: Int) -> Bool { low <= count && count <= high }

    /// `1,204`, or `1,180 to 1,240`.
    public var text: String { isExact ? DecimalText.grouped(low) : Self.span(low, high, DecimalText.grouped) }

    /// The same, or where that takes more than so many characters each end as three digits and a unit, rounded outwards:
    /// `1.18M to 1.25M`.
    public func text(width: Int) -> String {
        guard text.count > width, low >= 0 else { return text }
        if isExact { return DecimalText.grouped(low, width: width) }
        return "\(DecimalText.grouped(low, width: 4)) to \(DecimalText.groupedUp(high, width: 4))"
    }

    /// The same where there is hardly room: as much of it as fits, and in any case what it is at most, as `to 40`.
    public func brief(width: Int) -> String {
        if isExact { return DecimalText.grouped(low, width: width) }
        let spellings = [text, text(width: 0), "to \(DecimalText.grouped(high))"]
        return spellings.first { $0.count <= width } ?? "to \(DecimalText.groupedUp(high, width: 4))"
    }

    /// `+12`, or `−3 to +40`.
    public var signedText: String { isExact ? DecimalText.signed(low) : Self.span(low, high, DecimalText.signed) }

    /// What share of a whole it is: `12.0 %`, or `12.0 to 12.4 %`.
    public func percent(of whole: Int) -> String {
        let ends = [low, high].map { DecimalText.percent($0, of: whole) }
        if ends[0] == ends[1] { return ends[0] }
        return "\(ends[0].hasSuffix(" %") ? String(ends[0].dropLast(2)) : ends[0]) to \(ends[1])"
    }

    /// The same in whole per cent, without the sign: `12`, or `12-13`.
    public func wholePercent(of whole: Int) -> String {
        let ends = [low, high].map { DecimalText.wholePercent($0, of: whole) }
        return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "-")
    }

    private static func span(_ low: Int, _ high: Int, _ text: (Int) -> String) -> String {
        "\(text(low)) to \(text(high))"
    }

    /// Adds what certainly counts, or else may count.
    mutating func add(_ count: Int, isCertain: Bool, isPossible: Bool) {
        if isCertain { low += count }
        if isCertain || isPossible { high += count }
    }
}
