import CLibrary

extension FileSystem {
    /// `TMPDIR`, or `/tmp` where that is not set or empty.
    public static var temporaryFolder: String { EnvironmentVariable.filled("TMPDIR") ?? "/tmp" }

    /// Makes a file without a name in the folder for temporary files, which goes when it is closed.
    ///
    /// - Returns: what is open for reading and writing, to be closed by the caller; negative with `errno` set where none can
    ///   be made.
    public static func openUnnamed() -> Int32 {
        var template = Array("\(temporaryFolder)/redsieve-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return descriptor }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }
}
