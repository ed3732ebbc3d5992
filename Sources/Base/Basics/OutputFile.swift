import CLibrary

/// One file of results: there whole or not at all, and never in the place of something else unless that was asked for.
public struct OutputFile: Sendable {
    /// As the user named it.
    public let path: String
    /// What may give way to it.
    public let replacing: Replacement

    /// What a result may take the place of.
    public enum Replacement: Hashable, Sendable {
        /// Nothing; `hint` says how it can be replaced.
        case nothing(hint: String)
        /// A result of the same kind, which has `mark` in its first bytes; `name` is what it is called.
        case earlier(mark: String, name: String)
        /// Any plain file.
        case anyFile
    }

    public init(path: String, replacing: Replacement) {
        self.path = path
        self.replacing = replacing
    }

    /// Tells what stands in the way before anything is worked for.
    ///
    /// - Throws: an error of status 73.
    public func check() throws(OutputFileError) {
        guard !path.isEmpty else { throw OutputFileError(status: 73, message: "the name of the file is missing") }
        switch FileSystem.kind(of: path) {
        case .nothing:
            // What is not there and what cannot be looked at are two things.
            var status = stat()
            if lstat(path, &status) != 0, errno != ENOENT { throw refusal(systemReason(errno)) }
        case .file:
            switch replacing {
            case .nothing(let hint): throw refusal("it exists already; \(hint)")
            case .earlier(let mark, let name):
                guard holds(mark) else { throw refusal("it is not a \(name) of redsieve; nothing else is replaced") }
            case .anyFile: break
            }
        case .folder, .link, .other: throw refusal("it exists and is not a plain file")
        }
        guard access(folder, F_OK) == 0 else { throw refusal("its folder does not exist") }
        guard access(folder, W_OK | X_OK) == 0 else { throw refusal(systemReason(errno)) }
    }

    /// Writes beside the place, waits for the disk, and renames.
    ///
    /// - Throws: an error of status 73 where it cannot be made, 74 where not all of it could be written; nothing is left
    ///   then.
    public func write(_ bytes: [UInt8]) throws(OutputFileError) {
        try write { sink throws(OutputFileError) in try sink(bytes) }
    }

    /// Takes bytes of the file, one piece behind the other.
    public typealias Sink = (_ bytes: [UInt8]) throws(OutputFileError) -> Void

    /// The same, piece by piece; nothing is left where `body` throws.
    public func write<Result>(
        _ body: (_ sink: Sink) throws(OutputFileError) -> Result
    ) throws(OutputFileError) -> Result {
        try check()
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let start = "." + name.prefix(40) + "."
        removeAbandoned(start)
        let partial = "\(folder)/\(start)\(getpid())\(Self.end)"
        let descriptor = AbandonedFiles.makeHeld(partial, flags: O_WRONLY, rights: 0o666)
        guard descriptor >= 0 else { throw refusal(systemReason(errno)) }
        do throws(OutputFileError) {
            let result = try fill(descriptor, body)
            // What came to be there meanwhile is not replaced either.
            try check()
            try put(partial)
            return result
        } catch {
            unlink(partial)
            throw error
        }
    }

    /// Removes what programs that were killed left of the same file.
    private func removeAbandoned(_ start: String) {
        AbandonedFiles.forEach(in: folder) { entry in
            guard entry.hasPrefix(start), entry.hasSuffix(Self.end) else { return nil }
            return Int64(entry.dropFirst(start.count).dropLast(Self.end.count))
        } _: { path, _ in
            unlink(path)
        }
    }

    private static let end = ".partial"

    private func put(_ partial: String) throws(OutputFileError) {
        if case .nothing(let hint) = replacing {
            let code = FileSystem.renameNew(partial, to: path)
            if code == EEXIST { throw refusal("it exists already; \(hint)") }
            guard code == 0 else { throw refusal(systemReason(code)) }
        } else {
            guard rename(partial, path) == 0 else { throw refusal(systemReason(errno)) }
        }
    }

    private func fill<Result>(
        _ descriptor: Int32,
        _ body: (_ sink: Sink) throws(OutputFileError) -> Result
    ) throws(OutputFileError) -> Result {
        defer { close(descriptor) }
        let result = try body { bytes throws(OutputFileError) in
            let failure = FileSystem.write(bytes, to: descriptor)
            guard failure == 0 else {
                throw OutputFileError(status: 74, message: "\(path): \(systemReason(failure))")
            }
        }
        let unsynced = FileSystem.sync(descriptor, isRequired: false)
        guard unsynced == 0 else {
            throw OutputFileError(status: 74, message: "\(path): \(systemReason(unsynced))")
        }
        return result
    }

    /// The folder that it is to lie in.
    public var folder: String {
        guard let slash = path.unicodeScalars.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func holds(_ mark: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = read(descriptor, &bytes, bytes.count)
        return count > 0 && String(decoding: bytes.prefix(count), as: UTF8.self).contains(mark)
    }

    private func refusal(_ problem: String) -> OutputFileError {
        OutputFileError(status: 73, message: "\(path) cannot be written: \(problem)")
    }
}

/// Why a file of results is not there.
public struct OutputFileError: Error, Hashable, Sendable {
    /// 73 where it cannot be made, 74 where writing failed.
    public var status: Int32
    /// One line without a full stop; it holds the name that the user gave.
    public var message: String

    public init(status: Int32, message: String) { (self.status, self.message) = (status, message) }
}
