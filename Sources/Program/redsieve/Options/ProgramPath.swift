import CLibrary

/// Whole paths, among them the one of the program itself.
enum ProgramPath {
    /// The executable's whole path, links resolved; as it was called where the system does not tell.
    static var executable: String {
        #if os(Linux)
        if let path = resolved("/proc/self/exe") { return path }
        #endif
        guard let called = CommandLine.arguments.first else { return "" }
        return resolved(called) ?? called
    }

    /// A path from the root on, whether or not there is something.
    static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here) + "/" + path
    }

    /// A path without links, `.` and `..`; nil where it leads to nothing.
    static func resolved(_ path: String) -> String? {
        guard let whole = realpath(path, nil) else { return nil }
        defer { free(whole) }
        return String(cString: whole)
    }
}
