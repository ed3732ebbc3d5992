public import Basics
import CRowReader
import RoundModel

/// The prompts of files, one after the other; one thread uses one.
///
/// A file is what a round may be, with or without responses and scores, or a text file (`.txt`) with a prompt on each line.
/// Rows without a prompt are passed over and counted. Memory is that of a few blocks and the longest row.
public final class PromptRows {
    private let request: RoundRequest
    private let settings: LoadSettings
    private let cancellation: Cancellation
    private let list: ShardList
    private var entry = 0
    private var open: OpenRows?
    private var hasSplit = false
    /// Rows without a prompt so far.
    public private(set) var broken = 0
    /// The first of them, by file and line; nil for none.
    public private(set) var firstBroken: (file: String, line: Int)?

    /// - Parameter request: which files, and what their fields are called; only the prompt's is needed.
    /// - Throws: `noSuchInput` and what else keeps a file from being found.
    public init(
        _ request: RoundRequest,
        cancellation: Cancellation = Cancellation()
    ) throws(RoundFilesError) {
        self.request = request
        self.cancellation = cancellation
        settings = LoadSettings()
        list = try ShardList(paths: request.paths)
    }

    /// The files' names, as the user gave them.
    public var files: [String] { list.entries.map(\.name) }

    /// The next prompt; nil behind the last.
    ///
    /// - Throws: what keeps a file from being read; `cancelled`.
    /// - Complexity: O(bytes of the row), but for what is read ahead.
    public func next() throws(RoundFilesError) -> PromptRow? {
        while true {
            try cancellation.check()
            if let open {
                if let (bytes, line, parser) = try open.nextOpen() {
                    let name = list.entries[entry - 1].name
                    if let bytes, let row = row(bytes, parser, isList: open.isList, name, line) { return row }
                    broken += 1
                    if firstBroken == nil { firstBroken = (name, line) }
                    continue
                }
                self.open = nil
            }
            guard entry < list.entries.count else { return nil }
            let rows = try OpenRows(
                list.entries[entry],
                request,
                names: [],
                wanted: .init(roles: [.prompt, .response, .parent, .id], needed: [.prompt], takesLists: true),
                settings: settings,
                cancellation: cancellation
            )
            hasSplit = rows.firstNames.contains { $0.lowercased() == "split" }
            open = rows
            entry += 1
        }
    }

    private func row(
        _ bytes: UnsafeRawBufferPointer,
        _ parser: RowParser,
        isList: Bool,
        _ name: String,
        _ line: Int
    ) -> PromptRow? {
        if isList {
            let end = bytes.last == 0x0D ? bytes.count - 1 : bytes.count
            return PromptRow(prompt: Array(bytes[..<end]), file: name, line: line)
        }
        guard let texts = parser.decode(bytes, [.prompt, .parent, .id]) else { return nil }
        var row = PromptRow(
            prompt: Array(texts.prompt),
            parent: texts.parent.flatMap { $0.isEmpty ? nil : Array($0) },
            id: texts.id.map(Array.init),
            file: name,
            line: line
        )
        row.response = parser.decode(bytes, .response).map { Array($0.response) }
        if hasSplit {
            _ = parser.visitFields(of: bytes) { field in
                if row.split == nil, !field.isNull, field.isSplit { row.split = Array(field.value) }
            }
        }
        return row
    }
}

extension RowField {
    /// Whether it is the row's own field `split`, which says whether a row is for training or for evaluation.
    public var isSplit: Bool {
        name.count == 5 && zip(name, "split".utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }
}
