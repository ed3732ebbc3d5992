import Basics
import CLibrary

/// Where the program keeps what it remembers of its user, as XDG has it.
enum StateFolder {
    /// The folder, made where it is missing; nil where there is no place for it.
    static func made() -> String? {
        func variable(_ name: String) -> String? {
            EnvironmentVariable.text(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        guard let base = variable("XDG_STATE_HOME") ?? variable("HOME").map({ $0 + "/.local/state" }) else {
            return nil
        }
        let folder = base + "/redsieve"
        // One folder after the other, as far as they are missing.
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            mkdir(path, 0o755)
        }
        return folder
    }
}
