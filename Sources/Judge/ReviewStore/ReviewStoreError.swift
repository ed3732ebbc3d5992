internal import TextSafety

/// Why a review file cannot be used, or could not be written. Whatever it is, the file was not changed by it.
public enum ReviewStoreError: Error, Hashable, Sendable {
    /// There is no review there.
    case missing(path: String)
    /// The path or its folder cannot be read.
    case unreadable(path: String, problem: String)
    /// It is no SQLite file.
    case notAReview(path: String)
    /// It is a database of another program.
    case foreign(path: String)
    /// A later version of redsieve made it.
    case newer(path: String, version: Int, known: Int)
    /// Its content does not hold together.
    case damaged(path: String, problem: String)
    /// A table holds something else than what was written to it, though the file is whole.
    case altered(path: String, table: String, problem: String)
    /// Another program holds it, and went on doing so.
    case busy(path: String)
    /// It lies where nothing may be written.
    case readOnly(path: String)
    /// The disk is full, or a limit is reached.
    case full(path: String)
    /// The file system there cannot lock files.
    case noLocks(path: String)
    /// The log of a review that is no more lies in the way of a new one; it may hold verdicts.
    case leftover(path: String)
    /// Another file took the place of the review while it was open.
    case replaced(path: String)
    /// Reading or writing failed otherwise.
    case failed(path: String, problem: String)
    /// A reviewer's name that cannot be kept.
    case badReviewer(String, problem: String)
    /// Something stands where a file is to be made.
    case exists(path: String)
    /// Two reviews have nothing to do with each other.
    case unrelated(String, String)
}

extension ReviewStoreError {
    /// The status that a program ends with, after sysexits.
    public var exitStatus: Int32 {
        switch self {
        case .badReviewer: 64
        case .notAReview, .foreign, .newer, .damaged, .altered, .unrelated: 65
        case .missing, .unreadable: 66
        case .exists, .leftover: 73
        case .busy, .readOnly, .full, .noLocks, .replaced, .failed: 74
        }
    }

    /// A name with what cannot be seen spelled out.
    private static func visible(_ name: String) -> String {
        let scalars = name.unicodeScalars.prefix(100).map { scalar in
            scalar.isHidden ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
        return "\"\(scalars.joined())\""
    }

    /// One line for a person: what is wrong, where, and what to do about it.
    ///
    /// Paths and names in it are as they were found: pass it through the sanitizer before it is shown.
    public var message: String {
        switch self {
        case .missing(let path):
            "\(path): no such file: nothing was judged yet; open the round to judge items, or name its review with --review"
        case .unreadable(let path, let problem): "\(path): the review cannot be read: \(problem)"
        case .notAReview(let path):
            "\(path) is not a review file and was left unchanged; move it away, or name another with --review"
        case .foreign(let path):
            "\(path) is a database of another program and was left unchanged; name another with --review"
        case .newer(let path, let version, let known):
            "\(path) was written by a newer redsieve (the file has version \(version), this one knows \(known)); "
                + "use that one, or name another with --review"
        case .damaged(let path, let problem):
            "\(path) is damaged and was left unchanged: \(problem); "
                + "`redsieve merge --force FILE -o NEW` or `sqlite3 FILE .recover` may save its verdicts"
        case .altered(let path, let table, let problem):
            "\(path) was changed by another program and was left unchanged: table \(table), \(problem); "
                + "`redsieve merge --force FILE -o NEW` makes a new review of its verdicts"
        case .busy(let path): "\(path): another program holds the review"
        case .readOnly(let path): "\(path): nothing may be written there"
        case .full(let path): "\(path): no room left on the disk"
        case .noLocks(let path):
            "\(path): files cannot be locked there, as on some network folders; name a place on a disk with --review"
        case .leftover(let path):
            "\(path) is the log of a review that is gone and may hold verdicts: put its review back, or move it away"
        case .replaced(let path):
            "\(path): something else is in the place of the review and redsieve cannot move it; move it away"
        case .failed(let path, let problem): "\(path): \(problem)"
        case .badReviewer(let name, let problem):
            "\(Self.visible(name)) cannot be a reviewer's name: \(problem); give one with --reviewer"
        case .exists(let path): "\(path) exists already"
        case .unrelated(let one, let other):
            "\(one) and \(other) are reviews of different rounds and share no item; --force joins them anyway"
        }
    }
}
