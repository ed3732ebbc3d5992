/// A known kind of file that is no rows of text, and how to get to the rows in it.
struct ForeignFormat: Hashable, Sendable {
    /// With its article: `a zip archive`.
    var name: String
    /// What helps, as an order: a command where there is one, in which `FILE` stands for the file.
    var remedy: String
    /// True where the command of the remedy inflates by itself.
    var takesArchives = false

    init(_ name: String, _ remedy: String, takesArchives: Bool = false) {
        (self.name, self.remedy, self.takesArchives) = (name, remedy, takesArchives)
    }
}

extension ForeignFormat {
    /// What the first bytes of a shard tell; nil for what may be rows of text.
    ///
    /// - Parameter start: as much as there is, up to some thousand bytes.
    /// - Complexity: O(bytes).
    init?(of start: ArraySlice<UInt8>) {
        if let zip = ForeignFormat(zip: start) {
            self = zip
        } else if Self.isTar(start) {
            self = ForeignFormat(
                "a tar archive",
                "take the file with the rows out of it: tar -xOf FILE NAME > rows.jsonl (tar -tf FILE lists the names)",
                takesArchives: true
            )
        } else if let known = Self.signatures.first(where: { $0.fits(start) }) {
            self = known.format
        } else if let text = ForeignFormat(text: start) {
            self = text
        } else {
            return nil
        }
    }

    /// What can be read by itself and not within compressed data; nil for text.
    init?(inner container: ContentSniffer.Container) {
        switch container {
        case .plain: return nil
        case .archive(let archive): self = ForeignFormat("\(archive.rawValue) data", "give redsieve that file: FILE")
        case .parquet: self = ForeignFormat("Parquet", "give redsieve that file: FILE")
        }
    }

    /// No field of a tar header is the same in all of them, but one holds the sum of the others.
    private static func isTar(_ start: ArraySlice<UInt8>) -> Bool {
        guard start.count >= 512 else { return false }
        let header = Array(start.prefix(512))
        let digits = header[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty, header[0] != 0 else { return false }
        let told = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
        let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
        return told == sum
    }

    /// Text that stands for a file, or tells why there is none.
    private init?(text start: ArraySlice<UInt8>) {
        if start.starts(with: Array("version https://git-lfs.github.com/spec/".utf8)) {
            self = ForeignFormat(
                "a Git LFS pointer in place of the file",
                "fetch the file: git lfs pull --include=FILE"
            )
            return
        }
        if start.starts(with: Array("/annex/objects/".utf8)) {
            self = ForeignFormat("a git-annex pointer in place of the file", "fetch the file: git annex get FILE")
            return
        }
        let beginning = start.drop {
            [0x20, 0x09, 0x0A, 0x0D].contains($0) || ContentSniffer.byteOrderMark.contains($0)
        }
        .prefix(64)
        guard beginning.first == UInt8(ascii: "<") else { return nil }
        let word = String(decoding: beginning, as: UTF8.self).lowercased()
        for (tag, name) in [
            ("<!doctype html", "an HTML page"), ("<html", "an HTML page"), ("<head", "an HTML page"),
            ("<body", "an HTML page"), ("<?xml", "an XML document"), ("<error", "an XML document"),
        ] where word.hasPrefix(tag) {
            self = ForeignFormat(
                name,
                "most likely a server sent a page or an error in place of the data: look into it with head FILE and "
                    + "download the data again"
            )
            return
        }
        return nil
    }

    /// Bytes that no text has so many of; asked where neither a kind nor an encoding is known.
    init?(binary start: ArraySlice<UInt8>) {
        guard !start.isEmpty else { return nil }
        if start.count >= 4, start.allSatisfy({ $0 == 0 }) {
            self = ForeignFormat(
                "nothing but NUL bytes",
                "a crash or a full disk leaves such a file: write or copy it again"
            )
            return
        }
        let sample = start.prefix(4096)
        // A row of JSON may hold what it likes; such a row is invalid, and those after it may be none the worse.
        let first = sample.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard sample.count >= 64, first != UInt8(ascii: "{") else { return nil }
        let controls = sample.count { $0 < 0x09 || (0x0E..<0x20).contains($0) && $0 != 0x1B }
        if 16 * controls > sample.count {
            self = ForeignFormat(
                "binary data of an unknown kind",
                "look into it with file FILE or head -c 100 FILE and convert it to JSON Lines or CSV"
            )
            return
        }
        return nil
    }
}
