public import Basics
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
    public var contents: OrderedJSON? { OrderedJSON(file: path) }

    /// The record with the note that failed rows were scored later.
    ///
    /// Where no record is there, none is made: it would say nothing of the other rows.
    ///
    /// - Parameters:
    ///   - retry: what is told of the run.
    ///   - scored: rows that have scores by it.
    ///   - failed: rows that have none still.
    public func adding(_ retry: OrderedJSON, scored: Int, failed: Int) -> OrderedJSON? {
        guard case .object(var members)? = contents else { return nil }
        var retries: [OrderedJSON] = []
        if let index = members.firstIndex(where: { $0.key == "retries" }) {
            if case .array(let before) = members.remove(at: index).value { retries = before }
        }
        for index in members.indices {
            switch members[index].key {
            case "scored":
                if case .integer(let before) = members[index].value { members[index].value = .integer(before + scored) }
            case "failed": members[index].value = .integer(failed)
            default: break
            }
        }
        retries.append(retry)
        members.append(.init("retries", .array(retries)))
        return .object(members)
    }
}
