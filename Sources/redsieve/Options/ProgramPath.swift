#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where the program itself stands.
enum ProgramPath {
    /// The executable's whole path, links resolved; as it was called where the system does not tell.
    static var executable: String {
        #if os(Linux)
        if let path = realpath("/proc/self/exe", nil) {
            defer { free(path) }
            return String(cString: path)
        }
        #endif
        guard let called = CommandLine.arguments.first else { return "" }
        guard let path = realpath(called, nil) else { return called }
        defer { free(path) }
        return String(cString: path)
    }
}
