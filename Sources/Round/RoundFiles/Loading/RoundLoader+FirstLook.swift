import Basics
import CLibrary

extension RoundLoader {
    /// What is wrong with a round's files that can be told without reading them; nil where nothing is.
    ///
    /// They are there, can be opened, are files, folders or pipes, and are not all empty; standard input may be anything.
    /// - Complexity: O(files).
    public static func firstLook(at request: RoundRequest) -> RoundFilesError? {
        do throws(RoundFilesError) {
            let list = try ShardList(paths: request.paths)
            for path in list.entries.compactMap(\.path) where path.withCString({ access($0, R_OK) }) != 0 {
                return .unreadable(path: path.shown, reason: systemReason(errno))
            }
            return list.bytes == 0 ? .empty(path: list.name) : nil
        } catch {
            return error
        }
    }
}
