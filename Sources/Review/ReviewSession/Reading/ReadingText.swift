import RoundModel
public import TextSafety

/// The texts of one item broken into rows.
///
/// Breaking takes time that grows with the text. So a frame breaks the beginning of a long one, at most `frameBytes`, and a
/// worker all of it (`ReadingJob`).
public struct ReadingText: Sendable {
    /// What the rows were made from.
    public struct Key: Hashable, Sendable {
        /// Items have other numbers once the round is read anew.
        var reading: Int
        /// The invalid row, by its number in the report; nil for an item.
        var row: Int?
        var item: UInt32?
        var isLoaded: Bool
        var part: ReadingPart
        /// Any field but turns and the parent may hold a score or a call.
        var isBlind: Bool
        /// The emoji of several characters that are drawn as one.
        var clusters: ClusterKinds
        /// Columns that there are.
        public var width: Int
        public var asciiOnly: Bool
    }

    /// A text under a heading.
    public struct Section: Sendable {
        public var heading: String
        public var text: WrappedText
        /// What of the item is searched and stands here.
        public var searched: SearchedText?
        public var isEmpty: Bool { text.bytes.isEmpty }
    }

    /// A field's name, and its value in rows.
    public struct FieldRows: Sendable {
        public var name: [UInt8]
        public var value: WrappedText
    }

    /// The bytes of an item that a frame breaks into rows itself.
    public static let frameBytes = 64 << 10

    public let key: Key
    public let sections: [Section]
    /// Every other field of the row, and where the row stands.
    public let fields: [FieldRows]
    /// Columns of the names of fields.
    public let nameWidth: Int
    /// False where only the beginning is here.
    public let isWhole: Bool
    /// Columns that the widest row goes on beyond those that there are; 0 where all are broken.
    public let widestBeyond: Int
    /// How many rows there are, headings and blanks between them included.
    public let count: Int
    /// The first row of each section, which is its heading.
    private let sectionStarts: [Int]
    /// The first row of each field; before them stands their heading.
    private let fieldStarts: [Int]

    /// Breaks what is to be read.
    ///
    /// - Parameters:
    ///   - limit: the most bytes that are broken.
    ///   - isWanted: asked now and then; once it says no the rest is left out.
    /// - Complexity: O(bytes broken + fields).
    public init(
        _ key: Key,
        _ result: TextResult?,
        atMost limit: Int = ReadingText.frameBytes,
        while isWanted: () -> Bool = { true }
    ) {
        self.key = key
        let content = ReadingContent(result, key)
        var left = limit
        func wrapped(_ bytes: [UInt8], width: Int, isMarkdown: Bool) -> WrappedText {
            let kept = bytes.count <= left ? bytes : Array(bytes.prefix(Self.cut(bytes, to: left)))
            left = bytes.count <= left ? left - bytes.count : 0
            return WrappedText(
                kept,
                width: width,
                asciiOnly: key.asciiOnly,
                clusters: key.clusters,
                shape: isMarkdown ? TextShape(markdown: kept) : .plain,
                while: isWanted
            )
        }
        let width = max(0, key.width - 2)
        sections = content.sections.map { section in
            Section(
                heading: section.heading,
                text: wrapped(section.bytes, width: width, isMarkdown: section.isMarkdown),
                searched: section.searched
            )
        }
        let longest = content.fields.map { SafeText($0.name, fitting: 20).width }.max() ?? 0
        nameWidth = longest
        fields = content.fields.map { field in
            FieldRows(
                name: field.name,
                value: wrapped(field.value, width: max(8, width - longest - 1), isMarkdown: false)
            )
        }
        isWhole = content.bytes <= limit && isWanted()
        widestBeyond = sections.map { max(0, $0.text.widest - $0.text.width) }.max() ?? 0
        var at = 0
        // A heading, the rows (one for an empty text), a blank.
        sectionStarts = sections.map { section in
            defer { at += 2 + max(1, section.text.count) }
            return at
        }
        if !fields.isEmpty { at += 1 }
        fieldStarts = fields.map { field in
            defer { at += max(1, field.value.count) }
            return at
        }
        count = at
    }

    /// Bytes that it was made from.
    ///
    /// - Complexity: O(fields).
    public var bytes: Int {
        sections.reduce(0) { $0 + $1.text.bytes.count } + fields.reduce(0) { $0 + $1.value.bytes.count }
    }

    /// Where a text of which so many bytes are kept is cut: at the end of a line, else of a character.
    private static func cut(_ bytes: [UInt8], to limit: Int) -> Int {
        if let end = bytes[..<limit].lastIndex(of: UInt8(ascii: "\n")), end > limit / 2 { return end + 1 }
        var end = limit
        while end > 0, limit - end < 3, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// True where a frame does not break all of it itself.
    ///
    /// - Complexity: O(fields).
    static func isLong(_ result: TextResult, _ key: Key) -> Bool { ReadingContent(result, key).bytes > frameBytes }

    /// Bytes of memory that all of it takes while it is broken.
    ///
    /// - Complexity: O(bytes).
    static func memory(of result: TextResult, _ key: Key) -> Int {
        ReadingContent(result, key).memory(width: key.width)
    }
}

/// One row of a text that is read.
public enum ReadingRow: Hashable, Sendable {
    case blank
    case heading(String)
    /// A row of a section's text.
    case text(section: Int, row: Int)
    /// Where a section's text would stand, which is empty.
    case empty
    /// A row of a field's value; the first bears its name.
    case field(Int, row: Int)
}

extension ReadingText {
    /// A row, from 0.
    ///
    /// - Complexity: O(log fields + sections).
    public subscript(row: Int) -> ReadingRow {
        if let first = fieldStarts.first, row >= first - 1 {
            guard row >= first else { return .heading("fields") }
            let field = fieldStarts.lastIndex(sortedWhere: { $0 <= row })
            return .field(field, row: row - fieldStarts[field])
        }
        guard let section = sectionStarts.lastIndex(where: { $0 <= row }) else { return .blank }
        let offset = row - sectionStarts[section]
        let content = sections[section]
        if offset == 0 { return .heading(content.heading) }
        if content.isEmpty, offset == 1 { return .empty }
        return offset <= content.text.count ? .text(section: section, row: offset - 1) : .blank
    }

    /// What a row stands under.
    ///
    /// - Complexity: O(sections).
    public func heading(at row: Int) -> String? {
        if let first = fieldStarts.first, row >= first - 1 { return "fields" }
        return sectionStarts.lastIndex { $0 <= row }.map { sections[$0].heading } ?? sections.first?.heading
    }

    /// The rows that show what a search found, in their order; one for each place that it matches at.
    ///
    /// What lies behind the beginning that is here has no row yet.
    /// - Complexity: O(hits log rows).
    public func rows(showing highlights: TextHighlights) -> [Int] {
        sections.enumerated().flatMap { number, section in
            section.searched.map { searched in
                highlights[searched].compactMap { hit in
                    guard isWhole || hit.lowerBound < section.text.bytes.count else { return nil }
                    return sectionStarts[number] + 1 + section.text.row(showing: hit.lowerBound)
                }
            } ?? []
        }
    }
}

extension Array<Int> {
    /// The last place where `isBefore` is true, where it is false for all behind it; 0 where it is true nowhere.
    fileprivate func lastIndex(sortedWhere isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return Swift.max(0, low - 1)
    }
}
