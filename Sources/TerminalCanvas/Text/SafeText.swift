/// Text that may be put on a screen: the one place where text becomes cells.
public struct SafeText: Hashable, Sendable {
    public var glyphs: [Glyph]

    public init(glyphs: [Glyph]) { self.glyphs = glyphs }
    public init(_ text: String) { glyphs = text.unicodeScalars.map { Glyph($0) } }
    public init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }

    public var width: Int { glyphs.reduce(0) { $0 + $1.width } }
    public func truncated(to width: Int) -> SafeText { SafeText(glyphs: Array(glyphs.prefix(width))) }
    public func wrapped(to width: Int) -> [SafeText] { [self] }
    public var string: String { String(String.UnicodeScalarView(glyphs.map(\.base))) }
}
