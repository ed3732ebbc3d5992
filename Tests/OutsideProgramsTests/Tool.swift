import TestSupport

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Programs made for one test.
enum Tool {
    /// Writes a script for `/bin/sh`; tells its path.
    static func make(_ name: String, in folder: TestFolder, _ script: String) throws -> String {
        let path = try folder.write("#!/bin/sh\n\(script)\n", to: name)
        chmod(path, 0o755)
        return path
    }
}
