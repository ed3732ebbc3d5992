import AuditStatistics
import ReviewAudit
import RoundExport
import RoundFiles
import RoundModel
import Verdicts

extension RoundWork {
    /// What the verdicts on a round come to.
    struct Audited {
        /// All that is told, at the thresholds.
        let report: AuditReport
        /// At the others.
        let others: [AuditReport]
        /// The verdicts.
        let judged: JudgedRound
        /// What the reports were made from, for curves.
        let source: AuditSource
        /// Nil where there is no plan, or none that can be judged in this round.
        let certificate: CertificateStatus?
    }

    /// What the verdicts show at some thresholds, and briefly at others.
    ///
    /// - Parameters:
    ///   - fields: what kinds of items are told apart by; category and style where nobody names others.
    ///   - alpha: the probability that an interval misses.
    /// - Throws: why the round cannot be read again, or a figure cannot be; ends the program where it was interrupted.
    /// - Complexity: O(bytes of the round).
    func audit(
        _ review: ReviewFileWork.Kept,
        of loaded: LoadedRound,
        at theta: Thresholds,
        others: [Thresholds] = [],
        by fields: [String] = [],
        alpha: Double
    ) throws(ProgramFailure) -> Audited {
        let judged = try judged(review.record, seed: review.seed, loaded)
        let source: AuditSource
        do throws(AuditError) {
            source = try AuditSource(of: judged)
        } catch {
            throw ProgramFailure(status: 65, message: "\(error)")
        }
        let labelled = source.labelled
        let cancellation = interruption.cancellation
        let prompts = try run { () throws(ExportError) in
            do throws(RoundFilesError) {
                return try RoundContent.promptKeys(of: labelled, in: loaded, cancellation: cancellation)
            } catch {
                throw error == .cancelled
                    ? .cancelled : .source(message: error.message, exitStatus: error.exitStatus)
            }
        }
        let kinds = try kinds(of: labelled, by: fields, in: loaded)
        do throws(AuditError) {
            func report(_ theta: Thresholds) throws(AuditError) -> AuditReport {
                try AuditReport(source, at: theta, prompts: prompts, kinds: kinds, alpha: alpha)
            }
            var reports: [AuditReport] = []
            for theta in others { reports.append(try report(theta)) }
            return Audited(
                report: try report(theta),
                others: reports,
                judged: judged,
                source: source,
                certificate: CertificateStatus(of: judged)
            )
        } catch {
            throw ProgramFailure(status: 65, message: "\(error)")
        }
    }

    /// How many items change bucket if a threshold is off by a margin over 0.
    func stability(
        of loaded: LoadedRound,
        at theta: Thresholds,
        within margin: Double
    ) throws(ProgramFailure) -> [BucketStability] {
        do throws(AuditError) {
            return try BucketStability.all(loaded.columns, at: theta, margin: margin)
        } catch {
            throw ProgramFailure(status: 64, message: "--within: \(error)")
        }
    }

    /// What the verdicts show along thresholds and scores, as far as it is asked for.
    func curves(
        of source: AuditSource,
        at theta: Thresholds,
        alpha: Double,
        _ asked: Set<AuditCurves.Part> = Set(AuditCurves.Part.allCases)
    ) throws(ProgramFailure) -> AuditCurves {
        guard !asked.isEmpty else { return AuditCurves() }
        var all = AuditCurves()
        do throws(AuditError) {
            let curves = CurveSource(source, at: theta)
            if asked.contains(.sweep) { all.sweeps = try curves.sweeps(alpha: alpha) }
            for score in ScoreName.allCases {
                if asked.contains(.curves) { all.curves.append(try curves.curve(score, alpha: alpha)) }
                if asked.contains(.calibration) { all.diagrams.append(try curves.reliability(score, alpha: alpha)) }
            }
        } catch {
            throw ProgramFailure(status: 65, message: "\(error)")
        }
        return all
    }
}

/// What verdicts show along thresholds and scores.
struct AuditCurves {
    /// Its parts, each with an option of its own.
    enum Part: CaseIterable {
        case sweep, curves, calibration
    }

    var sweeps: [ThresholdSweep] = []
    var curves: [ScoreCurve] = []
    var diagrams: [ScoreReliability] = []
}
