#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where an export goes: a name in a folder that exists.
struct Destination: Hashable, Sendable {
    /// As the person wrote it, without slashes at the end; for messages.
    let path: String
    /// The folder that the export will stand in, without links.
    let parent: String
    let name: String

    /// The full path under which the export will be found.
    var place: String { parent == "/" ? "/\(name)" : "\(parent)/\(name)" }

    /// Takes a path apart; the last part need not exist.
    ///
    /// A link to a folder stands for the folder. Throws where the parent is missing or the path leads to no folder.
    init(_ given: String) throws(ExportError) {
        var path = Substring(given)
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        self.path = String(path)
        let (head, last) = Self.split(path)
        let isNameless = last.isEmpty || last == "." || last == ".."
        if isNameless || FileSystem.kind(of: self.path) == .link {
            guard !path.isEmpty, let resolved = FileSystem.resolve(self.path) else {
                throw isNameless
                    ? .noParent(path: path.isEmpty ? "\"\"" : self.path) : .fileInTheWay(path: self.path)
            }
            (parent, name) = Self.split(Substring(resolved))
            return
        }
        guard let resolved = FileSystem.resolve(head), FileSystem.kind(of: resolved) == .folder else {
            throw .noParent(path: head)
        }
        parent = resolved
        name = last
    }

    /// `a/b/c` as `a/b` and `c`; `c` as `.` and `c`.
    private static func split(_ path: Substring) -> (head: String, last: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
        var head = path[..<slash]
        while head.hasSuffix("/") { head.removeLast() }
        return (head.isEmpty ? "/" : String(head), String(path[path.index(after: slash)...]))
    }
}
