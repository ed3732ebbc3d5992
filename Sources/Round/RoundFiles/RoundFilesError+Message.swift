import RoundModel

extension RoundFilesError {
    /// The status that a program ends with, after sysexits: 64, 65, 66, 74 or 130.
    public var exitStatus: Int32 {
        switch self {
        case .nothingGiven, .standardInputTwice, .sameFileTwice: 64
        case .noSuchInput, .unreadable, .notAFile, .noRounds: 66
        case .readFailed, .spoolFailed, .changed, .outOfMemory, .memoryLimit, .noSuchItem: 74
        case .damagedArchive, .empty, .noRows, .noValidRow, .fieldNotFound, .namedFieldNotFound, .fieldAmbiguous,
            .columnTwice, .noHeader, .brokenHeader, .headerTooLong, .jsonArray, .rowsInArray, .rowsOverLines,
            .encoding, .foreign, .inflateLimit, .parquetStream, .duckDBMissing, .duckDBFailed,
            .directionsDiffer, .grid:
            65
        case .cancelled: 130
        }
    }

    /// One line for a person: what is wrong, where, and what to do about it.
    ///
    /// File and field names in it are as they were found: pass it through the sanitizer before it is shown.
    public var message: String {
        switch self {
        case .nothingGiven: "no round given: name a file, a folder of files, or - for standard input"
        case .noSuchInput(let path): "\(path): no such file or folder"
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
        case .notAFile(let path): "\(path): neither a file nor a folder"
        case .grid(let folder):
            "\(folder) is a grid, which has counts and no round: redsieve summary tells them, redsieve plan --select goes on to the "
                + "sets, and \(folder)/sample.jsonl has the rows of its sample"
        case .noRounds(let folder):
            "\(folder): no rounds in this folder (looked for \(RoundFileName.endings.joined(separator: " ")))"
        case .standardInputTwice: "standard input (-) can be given only once"
        case .directionsDiffer(let field, let first, let second):
            "\(first) and \(second) disagree whether a lower \(field) is better; say so with --lower-is-better safety, "
                + "helpfulness or none"
        case .readFailed(let path, let offset, let reason): "\(path): reading failed at byte \(offset): \(reason)"
        case .spoolFailed(let folder, let reason):
            "\(folder): no temporary file for the inflated text: \(reason); set TMPDIR to a folder with room"
        case .changed(let path, let change): "\(path): \(change.text) since it was loaded; load the round again"
        case .damagedArchive(let path, let format, let offset, let problem):
            "\(path): damaged \(format) data at byte \(offset): \(problem)"
        case .empty(let path): "\(path): has no rows"
        case .noRows(let path): "\(path): no rows of JSON Lines (one object a line)"
        case .noValidRow(let name, let rows, let first, let aid):
            "\(name): no valid row among \(rows)" + Self.list(first) + (aid.map { "; \($0.text)" } ?? "")
        case .fieldNotFound(let shard, let role, let names, let aid):
            "\(shard): no field for the \(role.noun): looked for \(role.aliases.joined(separator: ", ")); "
                + "the rows have \(Self.list(names)); \(aid?.text ?? "give --field \(role.rawValue)=NAME")"
        case .namedFieldNotFound(let shard, let role, let path, let names):
            "\(shard): no row has the field \(path), given for the \(role.noun); the rows have \(Self.list(names)); "
                + "give --field \(role.rawValue)=NAME"
        case .fieldAmbiguous(let shard, let role, let candidates):
            "\(shard): \(candidates.joined(separator: " and ")) fit the \(role.noun) equally well; give "
                + candidates.map { "--field \(role.rawValue)=\($0)" }.joined(separator: " or ")
        case .columnTwice(let shard, let role, let name):
            "\(shard): the header names the column \(name), taken for the \(role.noun), twice; give "
                + "--field \(role.rawValue)=\(name) for the first of them, or rename one"
        case .noHeader(let path):
            "\(path): the first row does not look like a header, and is not shown because it may be a prompt; put a header before "
                + "it (prompt,response,safety_score,helpfulness_score); if it is one, name its columns with --field prompt=NAME and so on"
        case .brokenHeader(let path, let reason):
            "\(path): the header row cannot be read: \(reason.text); write a quote inside a quoted name twice"
        case .headerTooLong(let path, let limit):
            "\(path): the header row does not end within \(limit / (1 << 20)) MiB; look for a quote that is never closed"
        case .jsonArray(let path, let within):
            "\(path): one JSON array, where JSON Lines is expected (one object a line); convert it with "
                + JQCommand.line(".[]", InputFile(path: path, archive: within))
        case .rowsInArray(let path, let keys, let within):
            "\(path): one JSON object whose rows stand in the array \(JQCommand.path(keys)), where JSON Lines is expected "
                + "(one object a line); convert it with "
                + JQCommand.line(JQCommand.path(keys) + "[]", InputFile(path: path, archive: within))
        case .rowsOverLines(let path, let within):
            "\(path): JSON objects over several lines each, where JSON Lines is expected (one object a line); convert it "
                + "with \(JQCommand.line(".", InputFile(path: path, archive: within)))"
        case .encoding(let path, let found, let within):
            "\(path): \(found) text, where UTF-8 is expected; convert it: "
                + ForeignFormat.inflating(path, from: within, with: "iconv -f \(found) -t UTF-8") + " > NEW"
        case .foreign(let path, let kind, let remedy): "\(path): \(kind), not rows of text; \(remedy)"
        case .inflateLimit(let path, let format, let limit):
            "\(path): inflating this \(format) data takes more memory than \(limit >> 20) MiB, for a long window or a large "
                + "dictionary; allow more with --inflate-memory 2G, or compress it again with the usual settings"
        case .sameFileTwice(let first, let second):
            "\(second) is the same file as \(first), and its rows would be counted twice; name it once"
        case .parquetStream: "standard input: Parquet cannot be read from a stream; save it to a file first"
        case .duckDBMissing(let path):
            "\(path): reading Parquet needs the duckdb command, which is not in PATH; install it from "
                + "https://duckdb.org or convert the file to JSON Lines"
        case .duckDBFailed(let path, let problem): "\(path): duckdb could not read it: \(problem)"
        case .outOfMemory: "not enough memory"
        case .memoryLimit(let limit):
            "not enough memory: this program may take \(limit / 1_000_000) MB (ulimit -v), and this needs more"
        case .noSuchItem: "the round no longer has this item; load the round again"
        case .cancelled: "stopped"
        }
    }

    private static func list(_ samples: [Sample]) -> String {
        guard !samples.isEmpty else { return "" }
        return ": "
            + samples.map { "\($0.file) line \($0.line): \($0.reason.text(from: $0.line, to: $0.lastLine))" }.joined(
                separator: "; "
            )
    }

    private static func list(_ names: [String]) -> String {
        guard !names.isEmpty else { return "no fields" }
        let shown = names.prefix(20).joined(separator: ", ")
        return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
    }
}

extension RoundFilesError.Change {
    /// As the message says it: `PATH: has vanished since it was loaded`.
    var text: String {
        switch self {
        case .vanished: "has vanished"
        case .replaced: "was replaced"
        case .shrunk: "is shorter"
        case .written: "was written to"
        }
    }
}
