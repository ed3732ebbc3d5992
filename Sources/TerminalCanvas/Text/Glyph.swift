/// What one or two neighbouring cells show: a base character and the marks that combine with it.
public struct Glyph: Hashable, Sendable {
    /// The base character. A value that `SafeText` lets pass, or a character of a token.
    public var base: Unicode.Scalar
    /// Combining marks on the base, in order; unused places are 0. ncurses takes four at most.
    public var marks: SIMD4<UInt32>
    /// 1 or 2 columns, as the C library counts it.
    public var width: Int
    /// True where this is part of a visible token that stands for something not allowed on the screen.
    public var isToken: Bool

    public init(_ base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero, width: Int = 1, isToken: Bool = false) {
        self.base = base
        self.marks = marks
        self.width = width
        self.isToken = isToken
    }

    public static let blank = Glyph(" ")
}
