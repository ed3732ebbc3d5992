import Basics
import CLibrary

extension Descriptor {
    /// Opens a path for reading; nil with `errno` set where that fails.
    static func opening(_ path: FilePath) -> Descriptor? {
        // Without O_NONBLOCK a named pipe that nobody writes to would hold the load where nothing can stop it.
        let number = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        return number < 0 ? nil : Descriptor(number)
    }

    var status: stat? {
        var status = stat()
        return fstat(number, &status) == 0 ? status : nil
    }
}

/// What is at a path, links followed; nil with `errno` set where nothing is.
func status(of path: FilePath) -> stat? {
    var status = stat()
    return path.withCString { stat($0, &status) } == 0 ? status : nil
}

/// A file's kind, out of its mode.
enum FileKind {
    case file, folder, pipe, other

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFIFO: self = .pipe
        default: self = .other
        }
    }

    /// A terminal, a device, a socket.
    var isOther: Bool { if case .other = self { true } else { false } }
}

/// `read(2)`, under a name that a method called `read` does not hide.
func readSome(_ number: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(number, buffer, count) }
