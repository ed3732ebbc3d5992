internal import Basics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension FileSystem {
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
