import CLibrary

/// Who may read what is made of a round: nobody who may not read all of it.
public enum RoundPrivacy {
    /// Has every file and folder that the program makes from now on be as private as the most private of some files.
    ///
    /// For the whole program, before it has other threads.
    /// - Parameter paths: files, folders of files, or `-` for standard input; what is not there does not count.
    /// - Complexity: O(files).
    public static func keep(_ paths: [String]) {
        let before = umask(0o077)
        umask(before | mask(of: paths))
    }

    /// The rights that no new file may have.
    static func mask(of paths: [String]) -> mode_t {
        var mask: mode_t = 0
        func heed(_ about: stat) {
            // A pipe belongs to nobody but those at its ends, whatever its rights say.
            guard [.file, .folder].contains(FileKind(about)) else { return }
            if about.st_mode & mode_t(S_IRGRP) == 0 { mask |= 0o070 }
            if about.st_mode & mode_t(S_IROTH) == 0 { mask |= 0o007 }
        }
        for path in paths {
            if path == "-" {
                var about = stat()
                if fstat(STDIN_FILENO, &about) == 0 { heed(about) }
                continue
            }
            guard let about = status(of: FilePath(path)) else { continue }
            heed(about)
            guard FileKind(about) == .folder, let list = try? ShardList(paths: [path]) else { continue }
            for entry in list.entries {
                if let file = entry.path.flatMap({ status(of: $0) }) { heed(file) }
            }
        }
        return mask
    }
}
