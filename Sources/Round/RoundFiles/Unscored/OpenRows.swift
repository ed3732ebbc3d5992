import Basics
import CLibrary
import CRowReader
import RoundModel

/// The rows of one file that is open, one after the other.
final class OpenRows {
    private let name: String
    private let plan: ShardPlan
    private let parser: RowParser
    private let names: [[UInt8]]
    /// The list of turns that prompt and response stand in; nil for none.
    private let chat: String?
    private let rowLimit: Int
    /// Pieces that were read ahead to find the fields.
    private var ahead: [(TextPiece, TextBuffer)]
    private var piece: TextPiece?
    private var buffer = TextBuffer()
    /// Where in the buffer the next row begins.
    private var at = 0
    /// The line, from 1, on which it does.
    private var line: Int
    private var cutter: RowCutter
    private(set) var bytesRead = 0
    /// True where each line is a prompt.
    let isList: Bool
    /// The fields of the rows themselves that were seen in the first ones.
    let firstNames: [String]

    /// What is read of rows.
    struct Wanted {
        var roles: [FieldRole] = [.prompt, .response, .id]
        var needed: Set<FieldRole> = [.prompt, .response]
        /// Whether a text file may be a list of prompts, one a line.
        var takesLists = false
    }

    init(
        _ entry: ShardList.Entry,
        _ request: RoundRequest,
        names: [[UInt8]],
        wanted: Wanted = Wanted(),
        settings: LoadSettings,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        let open = try OpenShard(
            entry,
            settings: settings,
            inflateLimit: request.inflateLimit,
            staysOpen: true,
            takesLists: wanted.takesLists,
            digest: { SHA256() },
            cancellation: cancellation
        )
        isList = open.isList
        if let document = open.documentInPlaceOfRows { throw document }
        name = entry.name
        let known =
            FieldRole.allCases.flatMap(\.aliases) + request.aliases.values.flatMap { $0 } + request.fields.values
        plan = try ShardPlan(
            open,
            settings: settings,
            known: Set(known.map { $0.lowercased() }),
            spool: nil,
            cancellation: cancellation
        )
        line = 1 + plan.linesBefore
        rowLimit = settings.rowLimit
        self.names = names
        cutter = try RowCutter(plan.layout)
        var first = try FirstRows(
            found: plan.found,
            names: Array(request.fields.values) + request.aliases.values.joined()
        )
        let fields =
            isList ? [:] : try Self.fields(of: plan, entry.name, request, &first, settings, wanted: wanted)
        ahead = first.pieces
        firstNames = first.found.top.map(\.name)
        chat = Self.chat(fields, plan.layout)
        parser = try RowParser(plan.layout, fields: fields, nonFiniteAsNull: request.nonFiniteAsNull)
    }

    private static func chat(_ fields: [FieldRole: FieldLocation], _ layout: RowLayout) -> String? {
        guard layout == .json, let prompt = fields[.prompt]?.keys, let response = fields[.response]?.keys,
            prompt.count > 1, response.count > 1, prompt[0] == response[0]
        else { return nil }
        return String(decoding: prompt[0], as: UTF8.self)
    }

    /// Reads on until the rows tell which fields play some roles.
    static func fields(
        of plan: ShardPlan,
        _ name: String,
        _ request: RoundRequest,
        _ first: inout FirstRows,
        _ settings: LoadSettings,
        wanted: Wanted
    ) throws(RoundFilesError) -> [FieldRole: FieldLocation] {
        func resolve(_ found: FoundFields) throws(RoundFilesError) -> [FieldRole: FieldLocation] {
            try FieldResolver(
                shard: name,
                named: request.fields,
                aliases: request.aliases,
                found: found,
                wanted: wanted.roles,
                needed: wanted.needed
            ).resolve()
        }
        while true {
            let buffer = TextBuffer()
            guard let piece = try plan.supplier.next(into: buffer) else { return try resolve(first.found) }
            first.hold(piece, buffer)
            if case .json = plan.layout {
                var rest = buffer.bytes
                while first.rows < settings.rowsForFields && !rest.isEmpty {
                    let end = lineFeed(in: rest) ?? rest.count
                    try first.note(UnsafeRawBufferPointer(rebasing: rest[..<end]))
                    rest = UnsafeRawBufferPointer(rebasing: rest[min(end + 1, rest.count)...])
                }
            }
            do throws(RoundFilesError) {
                return try resolve(first.found)
            } catch {
                guard error.mayPassWithMoreRows else { throw error }
                if !plan.looksLikeHeader { throw .noHeader(path: name) }
                if first.bytes >= settings.blockSize || first.rows >= settings.rowsForFields { throw error }
            }
        }
    }

    /// The next row; nil at the end.
    func next(number: Int) throws(RoundFilesError) -> UnscoredRow? {
        guard let found = try nextBytes() else { return nil }
        var row = UnscoredRow(
            number: number,
            file: name,
            line: found.line,
            bytes: [],
            texts: .failure(.init(.tooLong(limit: rowLimit)))
        )
        guard let bytes = found.bytes else { return row }
        row.texts = texts(of: bytes)
        row.bytes = Array(bytes)
        if case .success = row.texts, let line = parser.jsonLine(bytes), line.baseAddress != bytes.baseAddress {
            row.source = row.bytes
            row.bytes = Array(line)
        }
        return row
    }

    /// Goes over the next row; false at the end.
    func skip(_ body: (UnsafeRawBufferPointer) -> Void) throws(RoundFilesError) -> Bool {
        guard let found = try nextBytes() else { return false }
        body(found.bytes ?? UnsafeRawBufferPointer(start: nil, count: 0))
        return true
    }

    // MARK: Rows

    /// The next row as it stands, and how it is read; nil at the end.
    func nextOpen() throws(RoundFilesError) -> (bytes: UnsafeRawBufferPointer?, line: Int, parser: RowParser)? {
        try nextBytes().map { ($0.bytes, $0.line, parser) }
    }

    /// The next row that is not blank, without its line end and its blanks in front; no bytes where it is too long to keep.
    private func nextBytes() throws(RoundFilesError) -> (bytes: UnsafeRawBufferPointer?, line: Int)? {
        while true {
            let text = buffer.bytes
            while at < text.count {
                let rest = UnsafeRawBufferPointer(rebasing: text[at...])
                let end = cutter.feedToFirst(rest) ?? rest.count
                let whole = UnsafeRawBufferPointer(rebasing: rest[..<end])
                let row = UnsafeRawBufferPointer(rebasing: whole[..<(end - cutter.lineEndLength(whole))])
                let start = line
                line += count(of: cutter.lineEnd, in: whole)
                at += end
                if row.allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) { continue }
                return (row, start)
            }
            if let overlong = piece?.overlong {
                piece?.overlong = nil
                let start = line
                line += overlong.lines
                return (nil, start)
            }
            guard try nextPiece() else { return nil }
        }
    }

    private func nextPiece() throws(RoundFilesError) -> Bool {
        at = 0
        if !ahead.isEmpty {
            (piece, buffer) = ahead.removeFirst()
        } else {
            piece = try plan.supplier.next(into: buffer)
            if piece == nil { buffer.count = 0 }
        }
        guard let piece else { return false }
        bytesRead = max(bytesRead, piece.bytesRead)
        return true
    }

    // MARK: Texts

    private func texts(of row: UnsafeRawBufferPointer) -> Result<UnscoredRow.Texts, UnscoredRow.Problem> {
        parser.promptAndResponse(of: row).map { texts in
            .init(prompt: texts.prompt, response: texts.response, names: namesThere(in: row), chat: chat)
        }
    }

    /// Those of the fields that are to be added which are there already.
    private func namesThere(in row: UnsafeRawBufferPointer) -> Set<String> {
        var there: Set<String> = []
        guard !names.isEmpty else { return there }
        _ = parser.visitFields(of: row) { field in
            for name in names where field.name.hasKey(name) { there.insert(String(decoding: name, as: UTF8.self)) }
        }
        return there
    }
}

extension UnsafeRawBufferPointer {
    /// Whether this, the path of a field, begins with a key.
    fileprivate func hasKey(_ key: [UInt8]) -> Bool {
        guard count == key.count || (count > key.count && self[key.count] == RowField.separator) else { return false }
        return key.withUnsafeBytes { key in
            guard let start = baseAddress, let other = key.baseAddress else { return true }
            return memcmp(start, other, key.count) == 0
        }
    }
}

extension RowParser {
    /// What a reward model reads of a row, or what stands in its way.
    fileprivate func promptAndResponse(
        of row: UnsafeRawBufferPointer
    ) -> Result<(prompt: [UInt8], response: [UInt8]), UnscoredRow.Problem> {
        if let texts = decode(row, [.prompt, .response]) {
            return .success((Array(texts.prompt), Array(texts.response)))
        }
        // Which of the two it is, and why.
        for role in [FieldRole.prompt, .response] {
            if let problem = problem(of: role, in: row) { return .failure(problem) }
        }
        return .failure(.init(.missing(.prompt)))
    }

    private func problem(of role: FieldRole, in row: UnsafeRawBufferPointer) -> UnscoredRow.Problem? {
        withUnsafeTemporaryAllocation(of: row_bytes.self, capacity: Int(ROW_ROLES)) { texts in
            texts.initialize(repeating: row_bytes())
            let index = Self.index(of: role)
            let code = row_reader_texts(reader, row.bytes, row.count, 1 << UInt32(index), texts.baseAddress)
            guard code == ROW_FINE else {
                var invalid = row_invalid()
                (invalid.problem, invalid.role) = (UInt8(clamping: code), UInt8(index))
                invalid.length = UInt64(row.count)
                return .init(reason(of: invalid, in: row, rowLimit: row.count))
            }
            return texts[Int(index)].start == nil ? .init(.missing(role)) : nil
        }
    }
}
