#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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

    /// A path without links, `.` and `..`; nil where it leads to nothing.
    static func resolved(_ path: String) -> String? {
        guard let whole = realpath(path, nil) else { return nil }
        defer { free(whole) }
        return String(cString: whole)
    }
}
