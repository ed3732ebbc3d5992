internal import CLibrary
internal import RoundFiles

/// Why an export or a count of distinct texts did not come about. Nothing is left behind then.
public enum ExportError: Error, Hashable, Sendable {
    /// The person or a signal asked for it.
    case cancelled
    /// Something that may be replaced stands at the destination.
    case exists(path: String)
    /// A folder stands at the destination that holds something else than an export: `entry` is not part of one.
    case foreignFolder(path: String, entry: String)
    /// A folder without a manifest of this program stands at the destination.
    case notAnExport(path: String)
    /// Something that is no folder stands at the destination.
    case fileInTheWay(path: String)
    /// The folder that the destination would stand in is not there.
    case noParent(path: String)
    /// What the destination would stand in is a file.
    case parentIsNoFolder(path: String)
    /// The round's own file stands in the folder that would be replaced.
    case roundInside(path: String, shard: String)
    /// The system refused to make the destination; `code` is an errno.
    case cannotMake(path: String, code: Int32)
    /// A write failed; `code` is an errno.
    case writing(file: String, code: Int32)
    /// The round could not be read again, or has changed since it was loaded.
    case source(message: String, exitStatus: Int32)
    /// No prompt gives a pair; why, as a sentence without its end.
    case noPairs(String)
    /// The round is still being read.
    case unfinishedRound
    /// More items than can be told apart.
    case tooManyItems(Int)
    /// Not enough memory for the distinct sets of this many rows.
    case noMemory(rows: Int)
    /// Training sets would hold evaluation prompts.
    case leaks(GuardReport)
    /// A file that prompts were to come from has none.
    case noPrompts(path: String)

    init(_ error: RoundFilesError) {
        if case .cancelled = error {
            self = .cancelled
        } else {
            self = .source(message: error.message, exitStatus: Int32(error.exitStatus))
        }
    }

    /// One line for a person, without a full stop. It may hold names from the command line and the round.
    public var message: String {
        switch self {
        case .cancelled: "stopped; nothing was exported"
        case .exists(let path): "\(path) exists already; --replace replaces it"
        case .foreignFolder(let path, let entry):
            "\(path) holds \(entry), which is not part of an export, and is not replaced; choose another folder"
        case .notAnExport(let path):
            "\(path) is not an export of this program and is not replaced; choose another folder"
        case .fileInTheWay(let path): "\(path) exists and is not a folder; choose another name"
        case .noParent(let path): "\(path), the folder to export into, does not exist"
        case .parentIsNoFolder(let path): "\(path), the folder to export into, is not a folder"
        case .roundInside(let path, let shard): "\(path) holds the round itself (\(shard)) and is not replaced"
        case .cannotMake(let path, let code): "\(path) cannot be made: \(Self.text(of: code))"
        case .writing(let file, let code):
            switch code {
            case ENOSPC: "\(file): the disk is full; nothing was exported"
            case EDQUOT: "\(file): the disk quota is used up; nothing was exported"
            case EFBIG: "\(file): the file is larger than is allowed; nothing was exported"
            default: "\(file) could not be written: \(Self.text(of: code)); nothing was exported"
            }
        case .source(let message, _): message
        case .noPairs(let why): "there are no pairs: \(why)"
        case .unfinishedRound: "the round is still being read; export it when it is whole"
        case .tooManyItems(let count): "\(count) items are more than can be told apart"
        case .leaks(let report): "\(report.refusal); --drop-evaluation leaves them out; nothing was exported"
        case .noPrompts(let path): "\(path) holds no prompt; name a file of prompts, one a line or one a row"
        case .noMemory(let rows): "not enough memory for the distinct texts of \(rows) rows"
        }
    }

    /// The status that the program ends with, after sysexits.
    public var exitStatus: Int32 {
        switch self {
        case .cancelled: 130
        case .exists, .foreignFolder, .notAnExport, .fileInTheWay, .noParent, .parentIsNoFolder, .roundInside,
            .cannotMake:
            73
        case .writing, .noMemory: 74
        case .source(_, let status): status
        case .noPairs, .unfinishedRound, .tooManyItems, .leaks, .noPrompts: 65
        }
    }

    private static func text(of code: Int32) -> String {
        String(cString: strerror(code))
    }
}
