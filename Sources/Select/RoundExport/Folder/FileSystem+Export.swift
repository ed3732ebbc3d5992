internal import Basics
internal import CLibrary

extension FileSystem {
    /// The bytes of a file that is no link, at most so many; nil for what cannot be opened. Nothing waits at a pipe.
    ///
    /// - Parameter isInput: true for a file that the user named: a link and a pipe will do then.
    static func contents(of path: String, limit: Int, isInput: Bool = false) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (isInput ? 0 : O_NOFOLLOW | O_NONBLOCK))
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        return bytes
    }

    /// Removes an export or a part of one: the files of ours, and the folder where nothing else is in it.
    ///
    /// Other entries stay, and the folder with them: nobody's file is deleted by mistake.
    @discardableResult
    static func removeExport(_ folder: String) -> Int32 {
        for file in ExportFileName.allCases {
            if unlink("\(folder)/\(file.rawValue)") != 0 && errno != ENOENT { return errno }
        }
        return rmdir(folder) == 0 ? 0 : errno
    }
}
