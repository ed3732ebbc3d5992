import Basics
import CLibrary
import JSONTree

/// The log of a run: every outcome when it comes, and now and then how far the output is. What was written outlives a kill.
///
/// Outcomes of rows that are in the output are of no use any more: the log is then begun anew.
final class ScoringLog {
    private let path: String
    private var descriptor: Int32
    private var bytes = 0
    private var pending: [UInt8] = []
    /// Bytes after which the log is begun anew.
    private static let longest = 8 << 20

    /// What a log of before holds.
    struct Contents {
        var checkpoint = Checkpoint()
        /// Of rows behind the checkpoint.
        var outcomes: [LoggedOutcome] = []
    }

    /// Opens the log and reads what it holds; a last line that was cut short is dropped.
    init(_ path: String) throws(ScoringError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason(errno)) }
    }

    deinit { close(descriptor) }

    /// What it holds.
    ///
    /// - Throws: `damaged` where a line that is whole is none of a log.
    func read() throws(ScoringError) -> Contents {
        var contents = Contents()
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        var offset = 0
        while true {
            let got = chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .cannotRead(path: path, reason: systemReason(errno)) }
            if got == 0 { break }
            text += chunk[..<got]
            offset += got
        }
        let whole = (text.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        guard ftruncate(descriptor, off_t(whole)) == 0 else {
            throw .cannotWrite(path: path, reason: systemReason(errno))
        }
        bytes = whole
        for (number, line) in text[..<whole].split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let tree = try? JSONTree(Array(line)) else { throw .damaged(path: path, line: number + 1) }
            if let outcome = LoggedOutcome(tree) {
                contents.outcomes.append(outcome)
            } else if let checkpoint = Checkpoint(tree) {
                contents.checkpoint = checkpoint
            } else {
                throw .damaged(path: path, line: number + 1)
            }
        }
        contents.outcomes.removeAll { $0.row < contents.checkpoint.rows }
        return contents
    }

    func add(_ outcome: LoggedOutcome) { outcome.append(to: &pending) }
    func add(_ checkpoint: Checkpoint) { checkpoint.append(to: &pending) }

    /// Writes what was added: after it a kill takes nothing of that away.
    func write() throws(ScoringError) {
        guard !pending.isEmpty else { return }
        let failure = pending.withUnsafeBytes {
            Descriptor(descriptor, isOwned: false).write($0, at: bytes) ? 0 : errno
        }
        guard failure == 0 else { throw .cannotWrite(path: path, reason: systemReason(failure)) }
        bytes += pending.count
        pending.removeAll(keepingCapacity: true)
    }

    /// True where most of it is of no use any more.
    var isLong: Bool { bytes > Self.longest }

    /// Begins anew with how far the output is and what came ahead of it.
    func restart(_ checkpoint: Checkpoint, _ outcomes: [LoggedOutcome]) throws(ScoringError) {
        var text: [UInt8] = []
        checkpoint.append(to: &text)
        for outcome in outcomes { outcome.append(to: &text) }
        let fresh = path + ".new"
        unlink(fresh)
        let number = open(fresh, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard number >= 0 else { throw .cannotWrite(path: fresh, reason: systemReason(errno)) }
        var failure = FileSystem.write(text, to: number)
        if failure == 0 { failure = FileSystem.sync(number, isRequired: false) }
        if failure == 0, rename(fresh, path) != 0 { failure = errno }
        guard failure == 0 else {
            close(number)
            throw .cannotWrite(path: fresh, reason: systemReason(failure))
        }
        close(descriptor)
        descriptor = number
        bytes = text.count
        pending.removeAll(keepingCapacity: true)
    }
}
