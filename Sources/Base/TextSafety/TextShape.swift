/// How a text is set on a page: what stands out, which lines stay in one row, and how far further rows hang.
///
/// It only says how bytes are drawn. Every byte is drawn, whatever a shape says of it.
public struct TextShape: Hashable, Sendable {
    /// What makes a piece of text stand out.
    public struct Style: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let strong = Style(rawValue: 1)
        public static let emphasis = Style(rawValue: 2)
        public static let code = Style(rawValue: 4)
        public static let struck = Style(rawValue: 8)
        public static let heading = Style(rawValue: 16)
        public static let quote = Style(rawValue: 32)
    }

    /// Neighbouring bytes of one style.
    public struct Run: Hashable, Sendable {
        public var bytes: Range<Int>
        public var style: Style

        public init(_ bytes: Range<Int>, _ style: Style) {
            self.bytes = bytes
            self.style = style
        }
    }

    /// A line that is not set as any other.
    public struct Line: Hashable, Sendable {
        /// Its first byte.
        public var start: Int
        /// The byte under which its further rows begin, as far as there is room; `start` where they begin at the left.
        public var text: Int
        /// True where it stays in one row, however wide.
        public var isUnwrapped: Bool

        public init(start: Int, text: Int, isUnwrapped: Bool = false) {
            self.start = start
            self.text = text
            self.isUnwrapped = isUnwrapped
        }
    }

    /// In the order of their bytes; they do not overlap.
    public private(set) var runs: [Run]
    /// In their order, one a line at most.
    public private(set) var lines: [Line]

    /// - Parameters:
    ///   - runs: in the order of their bytes, none over another.
    ///   - lines: in their order.
    public init(runs: [Run] = [], lines: [Line] = []) {
        self.runs = runs
        self.lines = lines
    }

    /// Every line as it is.
    public static let plain = TextShape()

    /// The runs that some bytes have a part in.
    ///
    /// - Complexity: O(log runs + those found).
    public func runs(over bytes: Range<Int>) -> ArraySlice<Run> {
        let first = runs.partition { $0.bytes.upperBound > bytes.lowerBound }
        let end = runs[first...].firstIndex { $0.bytes.lowerBound >= bytes.upperBound } ?? runs.endIndex
        return runs[first..<end]
    }
}
