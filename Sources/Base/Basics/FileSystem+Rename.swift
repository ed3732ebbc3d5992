internal import CLibrary
internal import CPlatform

extension FileSystem {
    /// What the name of a folder ends in that `exchange` moved aside.
    public static let asideSuffix = "-old"

    /// Renames a folder to a name that is free, in one step; EEXIST or ENOTEMPTY where it is not.
    public static func renameNew(_ source: String, to target: String) -> Int32 {
        let code = cp_rename_new(source, target)
        guard isUnsupported(code) else { return code }
        // A plain rename of a folder replaces nothing but an empty folder.
        if kind(of: target) != .nothing { return EEXIST }
        return rename(source, target) == 0 ? 0 : errno
    }

    /// Puts a folder in the place of another and that one in its place, in one step where the file system can.
    ///
    /// Where it cannot there is a moment at which neither has the target's name; a failure in it is undone. What stood
    /// at the target may then keep a name with `asideSuffix`.
    public static func exchange(_ source: String, with target: String) -> Int32 {
        let code = cp_rename_exchange(source, target)
        guard isUnsupported(code) else { return code }
        let aside = source + asideSuffix
        guard rename(target, aside) == 0 else { return errno }
        guard rename(source, target) == 0 else {
            let failure = errno
            _ = rename(aside, target)
            return failure
        }
        // The target has what it was to have. What cannot get the source's name back is left for the next run.
        _ = rename(aside, source)
        return 0
    }

    private static func isUnsupported(_ code: Int32) -> Bool {
        code == ENOSYS || code == EINVAL || code == ENOTSUP
    }
}
