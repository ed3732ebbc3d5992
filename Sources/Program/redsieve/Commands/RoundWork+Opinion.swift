import AuditStatistics
import ItemFilter
import ReviewAudit
import RoundExport
import RoundFiles
import RoundFilter
import RoundModel

extension RoundWork {
    /// How far a score that was added to some items agrees with the reward model and with people.
    ///
    /// - Throws: a name that is no field, or one of which no item has a number.
    /// - Complexity: O(bytes of the round).
    func opinion(
        _ option: OpinionOption,
        of source: AuditSource,
        in loaded: LoadedRound,
        at theta: Thresholds,
        alpha: Double
    ) throws(ProgramFailure) -> SecondOpinion {
        let round = RoundFields(loaded)
        let (name, cancellation) = (option.field, interruption.cancellation)
        let values = try run { () throws(ExportError) -> [UInt32: [UInt8]]? in
            do throws(RoundFilesError) {
                guard let field = try round.fields().field(named: name) else { return nil }
                return try round.values(
                    of: [field],
                    in: Array(0..<UInt32(loaded.columns.count)),
                    cancellation: cancellation
                )[0]
            } catch {
                throw error == .cancelled ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
        guard let values else {
            throw ProgramFailure(status: 64, message: "--opinion: the rows have no field \"\(name)\"")
        }
        let numbers = values.compactMapValues { Double(String(decoding: $0, as: UTF8.self)) }.filter(\.value.isFinite)
        do throws(AuditError) {
            if let opinion = try source.opinion(numbers, line: option.line ?? theta.adv, at: theta, alpha: alpha) {
                return opinion
            }
        } catch {
            throw ProgramFailure(status: 65, message: "--opinion: \(error)")
        }
        throw ProgramFailure(status: 65, message: "--opinion: no item has a number in \"\(name)\"")
    }
}
