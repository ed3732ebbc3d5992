import Basics
import CLibrary

extension Destination {
    /// What stands at a destination.
    enum State: Hashable, Sendable {
        case free
        /// An earlier export, or an empty folder: what `--replace` may replace.
        case replaceable
        case refused(ExportError)
    }

    /// Looks at what is there now.
    ///
    /// - Complexity: O(entries of the folder).
    func state() -> State {
        guard !name.isEmpty else { return .refused(.notAnExport(path: path)) }
        switch FileSystem.kind(of: place) {
        case .nothing: return .free
        case .link, .file, .other: return .refused(.fileInTheWay(path: path))
        case .folder: break
        }
        guard let entries = FileSystem.entries(of: place) else {
            return .refused(.cannotMake(path: path, code: errno))
        }
        if entries.isEmpty { return .replaceable }
        let known = Set(ExportFileName.allCases.map(\.rawValue))
        for entry in entries where !known.contains(entry) || FileSystem.kind(of: "\(place)/\(entry)") != .file {
            return .refused(
                entries.contains(ExportFileName.manifest.rawValue)
                    ? .foreignFolder(path: path, entry: entry) : .notAnExport(path: path)
            )
        }
        guard Manifest.isOurs("\(place)/\(ExportFileName.manifest.rawValue)") else {
            return .refused(.notAnExport(path: path))
        }
        return .replaceable
    }

    /// Refuses what must not be replaced, an earlier export unless `replace` is set, and a folder that nothing can be
    /// made in, as far as that can be told without trying.
    ///
    /// - Returns: whether an earlier export would be replaced.
    @discardableResult
    func check(replace: Bool) throws(ExportError) -> Bool {
        let state = state()
        switch state {
        case .free: break
        case .replaceable: if !replace { throw .exists(path: path) }
        case .refused(let error): throw error
        }
        guard access(parent, W_OK | X_OK) == 0 else { throw .cannotMake(path: path, code: errno) }
        return state == .replaceable
    }

    /// Refuses a destination that holds a file of the round: replacing it would delete what is read.
    ///
    /// - Complexity: O(shards).
    func checkHoldsNone(of shards: [String]) throws(ExportError) {
        guard let folder = FileSystem.resolve(place) else { return }
        for shard in shards {
            guard let file = FileSystem.resolve(shard) else { continue }
            if file.hasPrefix(folder == "/" ? "/" : folder + "/") { throw .roundInside(path: path, shard: shard) }
        }
    }
}
