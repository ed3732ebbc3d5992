public import CLibrary
internal import CPlatform

/// Files and folders that hold the number of the process that made them in their names, and are locked while it uses them:
/// those of processes that are gone can be told and taken away.
public enum AbandonedFiles {
    /// Makes a new file that others can tell from an abandoned one.
    ///
    /// - Parameters:
    ///   - flags: those of `open(2)`, without the ones that make a new file.
    ///   - rights: before the user's mask.
    /// - Returns: what is open, to be closed by the caller; negative with `errno` set where the file is there already or cannot
    ///   be made.
    public static func makeHeld(_ path: String, flags: Int32, rights: mode_t) -> Int32 {
        while true {
            let descriptor = open(path, flags | O_CREAT | O_EXCL | O_CLOEXEC, rights)
            // Where somebody has taken it for an abandoned one before it was locked, it is made again.
            if descriptor < 0 || cp_hold(descriptor, path) == 0 { return descriptor }
            close(descriptor)
        }
    }

    /// Goes through what processes that are gone left in a folder, one after the other, each locked meanwhile.
    ///
    /// - Parameters:
    ///   - process: the number in the name of an entry; nil, or none above 0, for whatever is not ours.
    ///   - body: gets the path and the name.
    /// - Complexity: O(entries of the folder).
    public static func forEach(
        in folder: String,
        process: (_ entry: String) -> Int64?,
        _ body: (_ path: String, _ entry: String) -> Void
    ) {
        for entry in FileSystem.entries(of: folder) ?? [] {
            guard let number = process(entry), number > 0 else { continue }
            let path = "\(folder)/\(entry)"
            let held = cp_take_abandoned(path, number)
            guard held >= 0 else { continue }
            defer { close(held) }
            body(path, entry)
        }
    }
}
