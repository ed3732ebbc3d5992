import ReviewSession
import RoundFiles
import RoundModel
import TerminalCanvas
import TextSafety

/// A row as it leaves the screen.
struct OutsideRow {
    /// Its own bytes, without the line end; of an invalid row the first 64 KiB.
    let bytes: [UInt8]
    /// As JSON; nil for an invalid row.
    private let json: [UInt8]?
    private let item: ItemText?
    private let request: OutsideRequest

    init(_ request: OutsideRequest, _ columns: ScoreColumns, _ texts: RoundTexts) throws(RoundFilesError) {
        self.request = request
        switch request.subject {
        case .item(let item):
            guard let place = columns.place(of: Int(item)) else { throw .noSuchItem }
            bytes = try texts.rowBytes(at: place)
            json = try texts.rowLine(of: Int(item), in: columns)
            self.item = try texts.itemText(of: Int(item), in: columns)
        case .invalid(let row):
            bytes = try texts.invalidRowText(row, limit: 64 << 10)
            json = nil
            item = nil
        }
    }

    /// What is copied; nil where the row has no such thing.
    func copy(_ form: CopyForm) -> [UInt8]? {
        switch form {
        case .raw: bytes
        case .escaped: json.map { SafeJSON.line($0, asciiOnly: request.asciiOnly) } ?? shown(bytes)
        case .prompt: item.map { shown($0.prompt) }
        case .response: item.map { shown($0.response) }
        case .id: item?.value(of: .id).map { shown($0) }
        }
    }

    /// A name for its file that is safe in any folder.
    var fileName: String {
        let id = item?.value(of: .id) ?? []
        let isPlain =
            !request.isBlind && (1...40).contains(id.count)
            && id.allSatisfy { byte in
                let character = Character(Unicode.Scalar(byte))
                return byte < 0x80 && (character.isLetter || character.isNumber || character == "-" || character == "_")
            }
        return isPlain ? "item-\(String(decoding: id, as: UTF8.self)).txt" : "item.txt"
    }

    /// The text for a pager or an editor: what is shown on the screen, and where it comes from.
    ///
    /// Six lines of ours stand before and behind it: editors look for orders to them (modelines) in the five lines at each
    /// end, where those of a hostile text must not be found.
    var page: [UInt8] {
        let name = item.map(Self.name) ?? "an invalid row"
        let border = String(repeating: "-", count: 60)
        var lines = [
            "redsieve: \(request.isBlind ? "an item of a blind queue" : SafeText.printable(name, asciiOnly: request.asciiOnly))",
            "Read-only copy: edits are discarded.",
            "What a terminal would act on or hide is spelled out, as on the screen.",
            "What stands between the two lines comes from the round.",
            border, "",
        ]
        if let item {
            lines += section("prompt", item.prompt) + section("response", item.response)
            if !request.isBlind, !item.fields.isEmpty {
                lines.append("fields")
                for field in item.fields {
                    let name = SafeText(field.name, asciiOnly: request.asciiOnly).string
                    let value = texts(field.value)
                    lines.append("  \(name): \(value.first ?? "")")
                    lines += value.dropFirst().map { "    \($0)" }
                }
                lines.append("")
            }
        } else {
            lines += section("the row as it stands", bytes)
        }
        lines += [border, "", "", "", "", "redsieve: the end of the item"]
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// What the item is called on the screen, and where it comes from.
    private static func name(_ item: ItemText) -> String {
        let place = "\(item.file), line \(item.line)"
        let name = ItemName(item, item: 0, isOneOfMany: true)
        if case .id = name { return "\(name.phrase), \(place)" }
        return place
    }

    private func section(_ heading: String, _ bytes: [UInt8]) -> [String] {
        [heading] + (bytes.isEmpty ? ["  (empty)"] : texts(bytes).map { $0.isEmpty ? "" : "  \($0)" }) + [""]
    }

    private func shown(_ bytes: [UInt8]) -> [UInt8] { Array(texts(bytes).joined(separator: "\n").utf8) }

    private func texts(_ bytes: [UInt8]) -> [String] {
        SafeText.lines(of: bytes, asciiOnly: request.asciiOnly).map(\.string)
    }
}
