#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One file of results: there whole or not at all, and never in the place of something else.
struct OutputFile {
    /// As the user named it.
    let path: String
    /// Whether an earlier result may give way.
    let replace: Bool
    /// What an earlier result has in its first bytes.
    let mark: String

    /// Tells what stands in the way before anything is worked for.
    ///
    /// - Throws: 73.
    func check() throws(ProgramFailure) {
        var status = stat()
        if lstat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { throw refusal("it is there and is no plain file") }
            guard replace else { throw refusal("it is there already; --replace replaces it") }
            guard isOurs else { throw refusal("it is no report of redsieve: only a report is replaced") }
        } else if errno != ENOENT {
            throw refusal(String(cString: strerror(errno)))
        }
        guard access(folder, F_OK) == 0 else { throw refusal("its folder is not there") }
        guard access(folder, W_OK | X_OK) == 0 else { throw refusal(String(cString: strerror(errno))) }
    }

    /// Writes beside the place, waits for the disk, and renames.
    ///
    /// - Throws: 73 where it cannot be made, 74 where not all of it could be written; nothing is left then.
    func write(_ bytes: [UInt8]) throws(ProgramFailure) {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let partial = "\(folder)/.\(name.prefix(40)).\(getpid()).partial"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw refusal(String(cString: strerror(errno))) }
        do throws(ProgramFailure) {
            try fill(descriptor, bytes)
            // What came to be there meanwhile is no earlier report either.
            try check()
            guard rename(partial, path) == 0 else { throw refusal(String(cString: strerror(errno))) }
        } catch {
            unlink(partial)
            throw error
        }
    }

    private func fill(_ descriptor: Int32, _ bytes: [UInt8]) throws(ProgramFailure) {
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                #else
                Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw ProgramFailure(status: 74, message: "\(path): \(String(cString: strerror(errno)))")
            }
        }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw ProgramFailure(status: 74, message: "\(path): \(String(cString: strerror(errno)))")
        }
    }

    private var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private var isOurs: Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = read(descriptor, &bytes, bytes.count)
        return count > 0 && String(decoding: bytes.prefix(count), as: UTF8.self).contains(mark)
    }

    private func refusal(_ problem: String) -> ProgramFailure {
        ProgramFailure(status: 73, message: "\(path) cannot be written: \(problem)")
    }
}
