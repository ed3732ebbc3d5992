internal import CLibrary

/// Where programs lie.
public enum ProgramSearch {
    /// The path of a program by its name, as a shell finds it; a name with a slash stands for itself.
    ///
    /// Empty parts of the search path, which mean the present folder, are passed over: a round may lie in a folder that
    /// somebody else fills.
    /// - Parameter searchPath: the value of `PATH`; nil where it is not set.
    /// - Returns: nil where there is no such file, or none that may be run.
    /// - Complexity: O(folders of the search path).
    public static func path(of name: String, in searchPath: String?) -> String? {
        if name.contains("/") { return isProgram(name) ? name : nil }
        guard !name.isEmpty else { return nil }
        for folder in (searchPath ?? "/usr/bin:/bin").split(separator: ":") where folder.hasPrefix("/") {
            let candidate = "\(folder)/\(name)"
            if isProgram(candidate) { return candidate }
        }
        return nil
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return access(path, X_OK) == 0 && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
