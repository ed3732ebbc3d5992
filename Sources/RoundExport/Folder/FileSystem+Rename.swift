#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension FileSystem {
    /// What the name of a folder ends in that `exchange` moved aside.
    static let asideSuffix = "-old"

    /// Renames a folder to a name that is free, in one step; EEXIST or ENOTEMPTY where it is not.
    static func renameNew(_ source: String, to target: String) -> Int32 {
        let code = renameInOneStep(source, target, .noReplace)
        guard isUnsupported(code) else { return code }
        // A plain rename of a folder replaces nothing but an empty folder.
        if kind(of: target) != .nothing { return EEXIST }
        return rename(source, target) == 0 ? 0 : errno
    }

    /// Puts a folder in the place of another and that one in its place, in one step where the file system can.
    ///
    /// Where it cannot there is a moment at which neither has the target's name; a failure in it is undone.
    static func exchange(_ source: String, with target: String) -> Int32 {
        let code = renameInOneStep(source, target, .exchange)
        guard isUnsupported(code) else { return code }
        let aside = source + asideSuffix
        guard rename(target, aside) == 0 else { return errno }
        guard rename(source, target) == 0 else {
            let failure = errno
            _ = rename(aside, target)
            return failure
        }
        return rename(aside, source) == 0 ? 0 : errno
    }

    private static func isUnsupported(_ code: Int32) -> Bool {
        code == ENOSYS || code == EINVAL || code == ENOTSUP
    }

    private enum RenameRule {
        case noReplace
        case exchange
    }

    #if canImport(Glibc)
    private typealias RenameAt2 =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

    /// `renameat2` (glibc 2.28): its header shows it under `_GNU_SOURCE` only, which the Glibc module is built
    /// without, so it is looked up by name; nil on a C library that has none.
    private static let renameAt2: RenameAt2? = dlsym(nil, "renameat2").map { unsafeBitCast($0, to: RenameAt2.self) }

    private static func renameInOneStep(_ source: String, _ target: String, _ rule: RenameRule) -> Int32 {
        guard let renameAt2 else { return ENOSYS }
        // RENAME_NOREPLACE and RENAME_EXCHANGE of linux/fs.h.
        let flag: UInt32 = rule == .noReplace ? 1 : 2
        return renameAt2(AT_FDCWD, source, AT_FDCWD, target, flag) == 0 ? 0 : errno
    }
    #else
    private static func renameInOneStep(_ source: String, _ target: String, _ rule: RenameRule) -> Int32 {
        let flag = rule == .noReplace ? RENAME_EXCL : RENAME_SWAP
        return renamex_np(source, target, UInt32(flag)) == 0 ? 0 : errno
    }
    #endif
}
