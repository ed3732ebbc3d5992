/// Where files lie that come with the program: beside it where it was installed, else in the project's folder.
public enum ProgramFolders {
    /// The folders to look through, the first one first.
    ///
    ///     ProgramFolders.of("themes", inProject: "themes", executable: "/usr/bin/redsieve")
    ///     // /usr/bin/themes, /usr/bin/../share/redsieve/themes, /usr/themes, /themes
    ///
    /// - Parameters:
    ///   - name: the folder's name under `share/redsieve`.
    ///   - project: its path in the project's folder, some levels above a program that was just built.
    ///   - executable: the program's own path.
    public static func of(_ name: String, inProject project: String, executable: String) -> [String] {
        var parts = executable.split(separator: "/", omittingEmptySubsequences: false).map(String.init).dropLast()
        let beside = parts.joined(separator: "/")
        var folders = ["\(beside)/\(project)", "\(beside)/../share/redsieve/\(name)"]
        for _ in 0..<3 where parts.count > 1 {
            parts = parts.dropLast()
            folders.append(parts.joined(separator: "/") + "/\(project)")
        }
        return folders
    }
}
