extension ForeignFormat {
    /// What to say of a shard of this kind, where it stands in compressed data or by itself.
    ///
    /// - Parameter archive: what the shard was inflated from.
    func error(path: String, within archive: InflatingSource.Archive?) -> RoundFilesError {
        guard let archive else {
            return .foreign(path: path, kind: name, remedy: Self.naming(path, in: remedy))
        }
        let kind = "\(name) within \(archive.rawValue) data"
        // Such programs inflate by themselves.
        if takesArchives { return .foreign(path: path, kind: kind, remedy: Self.naming(path, in: remedy)) }
        let unpacking = "\(Self.inflating(path, from: archive.rawValue)) > NEW"
        return .foreign(
            path: path,
            kind: kind,
            remedy: "unpack it first: \(unpacking); then \(Self.naming("NEW", in: remedy))"
        )
    }

    /// The command that writes a file's text to standard output, inflated, through another command where there is one.
    static func inflating(_ path: String, from archive: String?, with command: String? = nil) -> String {
        let file = word(path)
        guard let archive else { return command.map { "\($0) \(file)" } ?? "cat \(file)" }
        return "\(archive) -dc \(file)" + (command.map { " | \($0)" } ?? "")
    }

    private static func naming(_ path: String, in remedy: String) -> String {
        remedy.split(separator: " ", omittingEmptySubsequences: false)
            .map { part in
                if part == "FILE" { return word(path) }
                return part.hasSuffix("=FILE") ? part.dropLast(4) + word(path) : String(part)
            }
            .joined(separator: " ")
    }

    private static func word(_ path: String) -> String {
        path == "standard input" ? "FILE" : ShellText.quoted(path)
    }
}
