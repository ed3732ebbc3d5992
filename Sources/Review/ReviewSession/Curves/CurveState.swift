import ReviewAudit
import RoundModel

/// The curves that were asked for, for the screen.
public struct CurveState: Sendable {
    /// What each came to, newest first known; it may lag behind the verdicts and θ for a moment.
    private var told: [AuditCurve: (key: CurveKey, result: AuditCurveResult)] = [:]
    private var asked = Asked<CurveKey>()

    /// What a curve came to when it was made last; nil before.
    public func result(of curve: AuditCurve) -> AuditCurveResult? { told[curve]?.result }

    /// True while a newer one than is told is on its way, or the first.
    public var isPending: Bool { asked.isPending }

    /// The curve that is to be asked for; nil where it is here, or on its way.
    mutating func wanted(_ curve: AuditCurve, _ context: CurveContext) -> CurveKey? {
        let key = CurveKey(
            curve: curve,
            round: context.round.revision,
            verdicts: context.verdicts.revision,
            thresholds: context.thresholds
        )
        // Whoever asks for another one waits no more for this one.
        guard told[curve]?.key != key else {
            asked.forget()
            return nil
        }
        return asked.ask(key) ? key : nil
    }

    /// Does without a curve that is on its way.
    ///
    /// - Returns: false where none is.
    mutating func drop() -> Bool {
        guard isPending else { return false }
        asked.forget()
        return true
    }

    /// Takes over what a worker tells.
    mutating func take(_ key: CurveKey, _ result: AuditCurveResult) {
        asked.take(key)
        told[key.curve] = (key, result)
    }
}

/// What a curve follows from.
public struct CurveKey: Hashable, Sendable {
    let curve: AuditCurve
    let round: Int
    let verdicts: Int
    let thresholds: Thresholds
}

/// What curves follow and do not own.
struct CurveContext {
    let round: RoundState
    let verdicts: VerdictState
    let thresholds: Thresholds
}
