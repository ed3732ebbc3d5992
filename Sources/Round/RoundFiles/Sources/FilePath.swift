import RoundModel

/// Where a file stands: bytes, which need not be UTF-8.
struct FilePath: Hashable, Sendable {
    /// Without the zero at their end.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// A path as `PathText` writes it.
    init(_ text: String) { bytes = PathText.bytes(of: text) }

    /// The path of a file in a folder.
    func file(_ name: [UInt8]) -> FilePath {
        FilePath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
    }

    /// For people and for files; see `PathText.shown`.
    var shown: String { PathText.shown(PathText.text(bytes)) }

    /// The path as the system takes it.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return "".withCString(body) }
            return body(start)
        }
    }
}
