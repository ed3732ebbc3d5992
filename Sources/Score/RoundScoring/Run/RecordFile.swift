public import Basics
import CLibrary
import JSONTree
import RoundFiles

/// The record of a round's scores as it lies beside the round.
public struct RecordFile: Sendable {
    /// Where it lies.
    public let path: String

    /// - Parameter round: the path of the round.
    public init(of round: String) { path = NameBeside.scoringRecord(of: round) }

    /// Writes a record in place of the one that is there.
    public func write(_ record: OrderedJSON) throws(ScoringError) {
        do throws(OutputFileError) {
            try OutputFile(path: path, replacing: .anyFile).write(record.bytes(.pretty) + [UInt8(ascii: "\n")])
        } catch {
            throw .cannotWrite(path: path, reason: error.message)
        }
    }

    /// The record that is there; nil where none is.
    public var contents: OrderedJSON? {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let file = Descriptor(number)
        var bytes = [UInt8](repeating: 0, count: max(0, Int(lseek(number, 0, SEEK_END))))
        guard let count = bytes.withUnsafeMutableBytes({ file.read(into: $0, at: 0) }), count == bytes.count,
            case .object(let members)? = try? JSONTree(bytes)
        else { return nil }
        return OrderedJSON(.object(members))
    }

    /// Takes note that failed rows were scored later.
    ///
    /// Where no record is there, none is made: it would say nothing of the other rows.
    public func add(_ retry: ScoringRecord) throws(ScoringError) {
        guard case .object(var members)? = contents else { return }
        var retries: [OrderedJSON] = []
        if let index = members.firstIndex(where: { $0.key == "retries" }) {
            if case .array(let before) = members.remove(at: index).value { retries = before }
        }
        for index in members.indices {
            switch members[index].key {
            case "scored":
                if case .integer(let before) = members[index].value {
                    members[index].value = .integer(before + retry.result.scored)
                }
            case "failed": members[index].value = .integer(retry.result.failed)
            default: break
            }
        }
        retries.append(retry.retryJSON)
        members.append(.init("retries", .array(retries)))
        try write(.object(members))
    }
}
