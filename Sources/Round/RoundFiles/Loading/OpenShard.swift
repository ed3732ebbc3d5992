import Basics
import CLibrary
import RoundModel

/// One shard, opened: what its text comes from, where it will be found again, and what its rows look like.
struct OpenShard {
    var entry: ShardList.Entry
    /// The file on disk; nil for a stream.
    var file: SourceFile?
    /// A stream, for its digest; nil for a file.
    var stream: StreamSource?
    /// The text from behind any byte order mark on.
    var source: PeekableSource
    /// Where in the text the source stands: behind a byte order mark.
    var start: Int
    /// True where the text is the file itself, and can be read again by place.
    var isPlainFile: Bool
    var text: ContentSniffer.Text
    /// True where each line is a prompt.
    let isList: Bool
    /// What a command may read the text from; nil where it is not for such commands.
    let input: InputFile?
    /// The first bytes of the text, or all.
    let beginning: ArraySlice<UInt8>

    /// Opens a shard and looks at its first bytes.
    ///
    /// - Parameters:
    ///   - inflateLimit: the most memory that a compressed file may take for its window.
    ///   - takesLists: whether a text file may be a list of prompts.
    ///   - digest: what a stream's digest goes on from.
    init(
        _ entry: ShardList.Entry,
        settings: LoadSettings,
        inflateLimit: Int,
        staysOpen: Bool,
        takesLists: Bool = false,
        digest: () throws(RoundFilesError) -> SHA256,
        cancellation: Cancellation
    ) throws(RoundFilesError) {
        self.entry = entry
        let raw: PeekableSource
        if let path = entry.path {
            guard let descriptor = Descriptor.opening(path), let status = descriptor.status else {
                if errno == ENOENT { throw .noSuchInput(path: path.shown) }
                throw .unreadable(path: path.shown, reason: systemReason(errno))
            }
            switch FileKind(status) {
            case .file:
                let file = SourceFile(
                    path: path,
                    descriptor: descriptor,
                    stamp: FileStamp(status),
                    staysOpen: staysOpen
                )
                self.file = file
                raw = PeekableSource(try FileSource(file))
            case .pipe:
                let stream = StreamSource(
                    name: entry.name,
                    descriptor: descriptor,
                    digest: try digest(),
                    cancellation: cancellation
                )
                self.stream = stream
                raw = PeekableSource(stream)
            case .folder, .other: throw .notAFile(path: path.shown)
            }
        } else {
            let stream = StreamSource(
                name: entry.name,
                descriptor: Descriptor(STDIN_FILENO, isOwned: false),
                digest: try digest(),
                cancellation: cancellation
            )
            self.stream = stream
            raw = PeekableSource(stream)
        }

        let container = ContentSniffer.container(
            of: try raw.peek(atLeast: ContentSniffer.signatureLength, atMost: 1 << 16)
        )
        switch container {
        case .plain:
            source = raw
            input = InputFile(path: entry.name)
        case .archive(let archive):
            input = InputFile(path: entry.name, archive: archive.rawValue)
            source = PeekableSource(
                try InflatingSource(
                    raw,
                    archive: archive,
                    path: entry.name,
                    limit: inflateLimit,
                    cancellation: cancellation
                )
            )
        case .parquet:
            guard let file else { throw .parquetStream }
            input = nil
            source = PeekableSource(
                try DuckDBSource(file, searchPath: settings.searchPath, cancellation: cancellation)
            )
        }
        isPlainFile = container == .plain && file != nil

        start = 0
        var beginning = try Self.beginning(of: source)
        if container != .parquet { try Self.checkText(beginning, of: entry.name, in: container) }
        if beginning.starts(with: ContentSniffer.byteOrderMark) {
            start = ContentSniffer.byteOrderMark.count
            source.skip(start)
        }
        beginning = beginning.dropFirst(start)
        isList = takesLists && RoundFileName.isList(entry.name) && !ContentSniffer.isObject(beginning)
        text = isList ? .json : try Self.text(of: entry, input, beginning: beginning)
        if text == .json, !isList, let input {
            // A value that goes on and on may tell of its rows further in.
            let first = JSONOutline(beginning)
            if !first.isBroken, first.lineEnds > 0, first.end == nil, !first.rows.contains(where: { $0.count > 0 }) {
                beginning = try source.peek(atLeast: 1 << 16, atMost: 1 << 22)
            }
            if let document = JSONDocument.overLines(beginning, of: input) { throw document }
        }
        self.beginning = beginning
    }

    /// The first bytes: a line at least, unless it is a very long one.
    private static func beginning(of source: PeekableSource) throws(RoundFilesError) -> ArraySlice<UInt8> {
        var beginning = try source.peek(atLeast: 4, atMost: 1 << 16)
        // What a pipe gives first can be less than a line.
        while !beginning.contains(0x0A) && beginning.count < 1 << 16 {
            let more = try source.peek(atLeast: beginning.count + 1, atMost: 1 << 16)
            if more.count == beginning.count { break }
            beginning = more
        }
        return beginning
    }

    /// - Throws: `encoding` or `foreign` where the shard's first bytes are no rows of text.
    private static func checkText(
        _ beginning: ArraySlice<UInt8>,
        of name: String,
        in container: ContentSniffer.Container
    ) throws(RoundFilesError) {
        var archive: InflatingSource.Archive?
        if case .archive(let found) = container {
            archive = found
            if let inner = ForeignFormat(inner: ContentSniffer.container(of: beginning)) {
                throw inner.error(path: name, within: found)
            }
        }
        if let format = ForeignFormat(of: beginning) { throw format.error(path: name, within: archive) }
        if let encoding = ContentSniffer.foreignEncoding(of: beginning) {
            throw .encoding(path: name, found: encoding, within: archive?.rawValue)
        }
        if let format = ForeignFormat(binary: beginning) { throw format.error(path: name, within: archive) }
    }

    private static func text(
        of entry: ShardList.Entry,
        _ input: InputFile?,
        beginning: ArraySlice<UInt8>
    ) throws(RoundFilesError) -> ContentSniffer.Text {
        guard let input else { return .json }
        switch RoundFileName.layout(of: entry.name) {
        case .jsonLines: return .json
        case .delimited(let delimiter): return .delimited(delimiter)
        case .json, nil:
            let text = ContentSniffer.text(of: beginning)
            if text == .jsonArray { throw .jsonArray(path: input.path, within: input.archive) }
            return text
        }
    }
}
