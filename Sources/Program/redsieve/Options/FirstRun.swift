import CLibrary

/// Whether somebody has opened a review before.
enum FirstRun {
    /// True the first time it is asked, as far as a file can tell: `welcomed` in the state folder. Where none can be
    /// written it is false, since a hint that comes every time is no hint.
    static func begin() -> Bool {
        guard let folder = StateFolder.made() else { return false }
        let descriptor = open(folder + "/welcomed", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        close(descriptor)
        return true
    }
}
