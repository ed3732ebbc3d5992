/// What one or two neighbouring cells show: a base character and the marks that combine with it.
public struct Glyph: Hashable, Sendable {
    /// Combining marks on the base, in order; unused places are 0. ncurses takes four at most.
    public var marks: SIMD4<UInt32>
    /// The base character. A value that `SafeText` lets pass, or a character of a token.
    public var base: Unicode.Scalar
    // One byte, so that a glyph and a whole cell take 32 bytes each.
    private var columns: UInt8
    // The number of the cluster it stands for; 0 for a base with its marks.
    private var cluster: UInt16 = 0
    /// True where this is part of a visible token that stands for something not allowed on the screen.
    public var isToken: Bool

    public init(_ base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero, width: Int = 1, isToken: Bool = false) {
        self.marks = marks
        self.base = base
        columns = width == 2 ? 2 : 1
        self.isToken = isToken
    }

    /// An emoji of several characters, of which the terminal is known to make one picture of two columns.
    init(cluster: EmojiSequence) {
        self.init(cluster.scalars.first ?? " ", width: 2)
        self.cluster = GlyphCluster.number(of: cluster.scalars)
    }

    /// All characters of an emoji that has several; empty for a base with its marks.
    public var clusterScalars: [Unicode.Scalar] { GlyphCluster.scalars(of: cluster) }

    /// True for an emoji of several characters.
    public var isCluster: Bool { cluster > 0 }

    /// 1 or 2 columns, as the C library counts it, or the terminal where this is a cluster.
    public var width: Int {
        get { Int(columns) }
        set { columns = newValue == 2 ? 2 : 1 }
    }

    /// A space of one column.
    public static let blank = Glyph(" ")

    /// Stands at the end of text that was cut.
    public static let ellipsis = Glyph("…")

    /// The marks that are there, in order.
    public var markScalars: [Unicode.Scalar] {
        guard marks != .zero else { return [] }
        return (0..<4).compactMap { marks[$0] == 0 ? nil : Unicode.Scalar(marks[$0]) }
    }

    /// True for an ASCII character alone, which any font has.
    public var isPlainASCII: Bool { base.isASCII && marks == .zero && cluster == 0 }

    /// The same place with one ASCII character for it.
    public func withStandIn() -> Glyph { Glyph(asciiStandIn, width: width, isToken: isToken) }

    /// True for a space of the text, where a line may be broken; never for part of a token.
    var isBlank: Bool { base == " " && !isToken && marks == .zero }
}
