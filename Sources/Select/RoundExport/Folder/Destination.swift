import Basics
import CLibrary

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
    /// A link to a folder stands for the folder. Throws where the parent is missing, is no folder or cannot be
    /// reached, or the path leads to no folder.
    init(_ given: String) throws(ExportError) {
        var path = Substring(given)
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        self.path = String(path)
        let (head, last) = Self.split(path)
        let isNameless = last.isEmpty || last == "." || last == ".."
        if isNameless || FileSystem.kind(of: self.path) == .link {
            if path.isEmpty { throw .noParent(path: "\"\"") }
            guard let resolved = FileSystem.resolve(self.path) else {
                throw isNameless ? Self.unreachable(self.path, errno, for: self.path) : .fileInTheWay(path: self.path)
            }
            (parent, name) = Self.split(Substring(resolved))
            return
        }
        guard let resolved = FileSystem.resolve(head) else { throw Self.unreachable(head, errno, for: self.path) }
        guard FileSystem.kind(of: resolved) == .folder else { throw .parentIsNoFolder(path: head) }
        parent = resolved
        name = last
    }

    /// Why a folder on the way to a destination does not lead there; `code` is the errno of the attempt.
    private static func unreachable(_ folder: String, _ code: Int32, for destination: String) -> ExportError {
        switch code {
        case ENOENT: .noParent(path: folder)
        // Named is the part of the path that is the file, not what would be in it.
        case ENOTDIR: .parentIsNoFolder(path: file(on: folder))
        default: .cannotMake(path: destination, code: code)
        }
    }

    /// The longest beginning of a path that leads to something.
    private static func file(on path: String) -> String {
        var part = path
        while FileSystem.resolve(part) == nil, part.contains("/"), part != "/" { part = split(Substring(part)).head }
        return part
    }

    /// `a/b/c` as `a/b` and `c`; `c` as `.` and `c`.
    private static func split(_ path: Substring) -> (head: String, last: String) {
        guard let slash = path.unicodeScalars.lastIndex(of: "/") else { return (".", String(path)) }
        var head = path[..<slash]
        while head.hasSuffix("/") { head.removeLast() }
        return (head.isEmpty ? "/" : String(head), String(path[path.unicodeScalars.index(after: slash)...]))
    }
}
