internal import Basics
internal import CLibrary
internal import CPlatform
internal import Synchronization

/// A hidden folder beside the destination that an export is built in, and that gets its name when it is whole.
///
/// Whoever builds in it holds a lock on it, so that a folder that a killed run left behind can be told from one that
/// is in use.
struct PartialFolder: ~Copyable {
    private let destination: Destination
    let path: String
    private let descriptor: Descriptor
    private var isDone = false

    /// Taking the name and the lock is one step among the threads of this program.
    private static let making = Mutex<Void>(())

    /// Makes the folder, after removing those that killed runs for the same destination left.
    init(for destination: Destination) throws(ExportError) {
        let made = Self.making.withLock { _ in
            Self.removeStale(for: destination)
            return Self.make(destination)
        }
        switch made {
        case .success(let folder):
            (path, descriptor) = folder
            self.destination = destination
        case .failure(let error):
            throw error
        }
    }

    deinit {
        // The lock goes after it.
        if !isDone { FileSystem.removeExport(path) }
    }

    /// Makes a new, empty file in the folder.
    func makeFile(_ file: ExportFileName) throws(ExportError) -> ExportFile {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        let opened = openat(descriptor.number, file.rawValue, flags, 0o666)
        let name = "\(destination.path)/\(file.rawValue)"
        guard opened >= 0 else { throw .writing(file: name, code: errno) }
        return ExportFile(name: name, descriptor: opened)
    }

    /// Gives the whole folder the destination's name; with `replace`, in the place of an earlier export.
    ///
    /// - Returns: whether there was an earlier one.
    mutating func commit(replace: Bool) throws(ExportError) -> Bool {
        let code = FileSystem.sync(descriptor.number, isRequired: false)
        guard code == 0 else { throw .writing(file: destination.path, code: code) }
        var isReplaced = false
        switch FileSystem.renameNew(path, to: destination.place) {
        case 0:
            isDone = true
        case EEXIST, ENOTEMPTY, ENOTDIR:
            try destination.check(replace: replace)
            let code = FileSystem.exchange(path, with: destination.place)
            guard code == 0 else { throw .cannotMake(path: destination.path, code: code) }
            isDone = true
            isReplaced = true
            FileSystem.removeExport(path)
        case let code:
            throw .cannotMake(path: destination.path, code: code)
        }
        // The export is whole under its name now; a parent that cannot be synced is no reason to take it back.
        _ = FileSystem.syncFolder(destination.parent)
        return isReplaced
    }
}

extension PartialFolder {
    /// A file name has 255 bytes at most: of a very long one only the beginning is taken.
    private static func prefix(_ destination: Destination) -> String {
        var name = Substring(destination.name)
        while name.utf8.count > 200 { name.removeLast() }
        return ".\(name).partial-"
    }

    private static func make(_ destination: Destination) -> Result<(String, Descriptor), ExportError> {
        let path = "\(destination.parent == "/" ? "" : destination.parent)/\(prefix(destination))\(getpid())"
        guard mkdir(path, 0o777) == 0 else {
            return .failure(.cannotMake(path: destination.path, code: errno))
        }
        let opened = FileSystem.openFolder(path)
        guard opened >= 0 else {
            let code = errno
            rmdir(path)
            return .failure(.cannotMake(path: destination.path, code: code))
        }
        let descriptor = Descriptor(opened)
        guard cp_hold(opened, path) == 0 else {
            return .failure(.cannotMake(path: destination.path, code: EAGAIN))
        }
        return .success((path, descriptor))
    }

    /// Removes the folders that runs which are no more left beside this destination.
    private static func removeStale(for destination: Destination) {
        let prefix = prefix(destination)
        AbandonedFiles.forEach(in: destination.parent) { entry in
            guard entry.hasPrefix(prefix) else { return nil }
            return Int64(entry.dropFirst(prefix.count).prefix { $0 != "-" })
        } _: { path, entry in
            // An earlier export that was moved aside and never replaced gets its name back.
            if entry.hasSuffix(FileSystem.asideSuffix), FileSystem.renameNew(path, to: destination.place) == 0 {
                return
            }
            FileSystem.removeExport(path)
        }
    }
}
