import Basics
import CLibrary

/// Whether somebody has opened a review before.
enum FirstRun {
    /// True the first time it is asked, as far as a file can tell: `welcomed` in the state folder. Where none can be
    /// written it is false, since a hint that comes every time is no hint.
    static func begin() -> Bool {
        func variable(_ name: String) -> String? {
            EnvironmentVariable.text(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        guard let base = variable("XDG_STATE_HOME") ?? variable("HOME").map({ $0 + "/.local/state" }) else {
            return false
        }
        let folder = base + "/redsieve"
        // One folder after the other, as far as they are missing.
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            mkdir(path, 0o755)
        }
        let descriptor = open(folder + "/welcomed", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        close(descriptor)
        return true
    }
}
