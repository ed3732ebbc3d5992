/// What the first bytes of a shard tell.
enum ContentSniffer {
    enum Container: Hashable {
        case plain
        case archive(InflatingSource.Archive)
        case parquet
    }

    static func container(of start: ArraySlice<UInt8>) -> Container {
        if start.starts(with: [0x1F, 0x8B]) { return .archive(.gzip) }
        if start.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return .archive(.zstd) }
        // A zstd file may begin with a frame that is to be skipped.
        if start.count >= 4, let first = start.first, first & 0xF0 == 0x50,
            start.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
        {
            return .archive(.zstd)
        }
        if start.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return .archive(.xz) }
        if isBzip2(start) { return .archive(.bzip2) }
        if start.starts(with: Array("PAR1".utf8)) { return .parquet }
        return .plain
    }

    /// How many bytes `container` looks at.
    static let signatureLength = 10

    /// A letter more or less could begin a row: what follows the size of the blocks tells.
    private static func isBzip2(_ start: ArraySlice<UInt8>) -> Bool {
        guard start.starts(with: Array("BZh".utf8)), let size = start.dropFirst(3).first else { return false }
        let block = Array(start.dropFirst(4).prefix(6))
        return (0x31...0x39).contains(size)
            // The digits of π begin a block, those of its root the end of a file without blocks.
            && [[0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]].contains {
                Array($0.prefix(block.count)) == block
            }
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The name of an encoding that cannot be read, by its byte order mark, or by where its text has zeros.
    static func foreignEncoding(of start: ArraySlice<UInt8>) -> String? {
        if start.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
        if start.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
        if start.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
        if start.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
        // ASCII has zeros at the same places of every unit: what rows are made of is ASCII, whatever their texts are.
        let units = min(start.count, 4096) / 4
        guard units > 0 else { return nil }
        var zeros = [0, 0, 0, 0]
        for (index, byte) in start.prefix(4 * units).enumerated() where byte == 0 { zeros[index % 4] += 1 }
        func isMost(_ count: Int, of total: Int) -> Bool { 10 * count >= 9 * total }
        func isSome(_ count: Int, of total: Int) -> Bool { 5 * count >= total }
        func isRare(_ count: Int, of total: Int) -> Bool { 50 * count <= total }
        if isMost(min(zeros[2], zeros[3]), of: units), isRare(zeros[0], of: units) { return "UTF-32LE" }
        if isMost(min(zeros[0], zeros[1]), of: units), isRare(zeros[3], of: units) { return "UTF-32BE" }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        if isSome(odd, of: 2 * units), isRare(even, of: 2 * units) { return "UTF-16LE" }
        if isSome(even, of: 2 * units), isRare(odd, of: 2 * units) { return "UTF-16BE" }
        return nil
    }

    enum Text: Hashable {
        case json
        case jsonArray
        case delimited(UInt8)
    }

    /// Whether the text begins with an object of JSON.
    static func isObject(_ start: ArraySlice<UInt8>) -> Bool {
        start.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    }

    /// The layout of text without a telling name, from its first bytes after any byte order mark.
    static func text(of start: ArraySlice<UInt8>) -> Text {
        let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        guard let first = start.first(where: { !blanks.contains($0) }) else { return .json }
        if first == UInt8(ascii: "[") { return .jsonArray }
        let lines = start.split(maxSplits: 64, omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }
        // One broken line does not make a table of JSON Lines.
        if lines.contains(where: { $0.first { !blanks.contains($0) } == UInt8(ascii: "{") }) { return .json }
        // A comment, or what Excel says of delimiters, is no header.
        let header = lines.first { $0.first != UInt8(ascii: "#") && !$0.starts(with: "sep=".utf8) } ?? lines.first
        guard let header else { return .json }
        let delimiters = Array("\t,;|".utf8)
        let counts = delimiters.map { delimiter in header.count { $0 == delimiter } }
        // Semicolons and pipes stand in prose, and in prose alone they are rare.
        if max(counts[0], counts[1]) == 0 && max(counts[2], counts[3]) < 2 { return .json }
        if max(counts[0], counts[1]) < 2, let most = counts[2...].max(), most >= 2 {
            return .delimited(delimiters[counts[2] == most ? 2 : 3])
        }
        return .delimited(counts[0] > counts[1] ? 0x09 : UInt8(ascii: ","))
    }
}
