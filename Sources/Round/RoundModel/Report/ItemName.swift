/// What an item is called, on every screen, in messages and in what leaves the program: by its id where the row has one,
/// else by the line on which the row begins.
public enum ItemName: Hashable, Sendable {
    /// The row's id, as it stands there: it comes from outside.
    case id([UInt8])
    /// The line from 1, and the shard where the round has several; the shard's name comes from outside.
    case line(Int, shard: String?)
    /// The number in the round, from 1, as long as the row was not read.
    case number(Int)

    /// - Parameters:
    ///   - text: the item's row; nil where it was not read.
    ///   - item: its number in the round, from 0.
    ///   - isOneOfMany: true where the round has several shards.
    public init(_ text: ItemText?, item: Int, isOneOfMany: Bool) {
        guard let text else {
            self = .number(item + 1)
            return
        }
        if let id = text.value(of: .id), !id.isEmpty {
            self = .id(id)
        } else {
            self = .line(text.line, shard: isOneOfMany ? text.file : nil)
        }
    }

    /// What it is called while nobody may know where it comes from, which ids and names of files may tell.
    ///
    /// Parameters as above.
    public init(hiding text: ItemText?, item: Int) {
        self = text.map { .line($0.line, shard: nil) } ?? .number(item + 1)
    }

    /// The name alone: `r-0012`, `line 12`, `b.jsonl, line 12`.
    public var bytes: [UInt8] {
        switch self {
        case .id(let id): id
        case .line(let line, nil): Array("line \(line)".utf8)
        case .line(let line, let shard?): Array("\(shard), line \(line)".utf8)
        case .number(let number): Array("item \(DecimalText.grouped(number))".utf8)
        }
    }

    /// The name in a sentence, `item r-0012`, `line 12`; its middle is left out where it is long.
    public var phrase: String {
        if case .id = self { "item \(text)" } else { text }
    }

    /// The name as a text for messages; its middle is left out where it is long.
    public var text: String {
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        guard scalars.count > Self.longest else { return String(decoding: bytes, as: UTF8.self) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars.prefix(Self.longest / 2 - 1))
        view.append("…")
        view.append(contentsOf: scalars.suffix(Self.longest / 2))
        return String(view)
    }

    private static let longest = 60
}
