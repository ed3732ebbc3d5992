import CBoostMath

/// What arguments must fulfil, each check with its error.
enum Check {
    /// Populations may be this large.
    static let largestPopulation = Int(BM_LARGEST_POPULATION)

    static func probability(_ value: Double, _ argument: AuditError.Argument) throws(AuditError) {
        guard value > 0, value < 1 else { throw .notAProbability(argument, found: value) }
    }

    static func count(
        _ value: Int,
        _ argument: AuditError.Argument,
        within allowed: ClosedRange<Int>
    ) throws(AuditError) {
        guard allowed.contains(value) else { throw .outOfRange(argument, found: value, allowed: allowed) }
    }

    /// `0 <= part <= whole <= largestPopulation`.
    static func part(
        _ part: Int,
        _ argument: AuditError.Argument,
        of whole: Int,
        _ wholeArgument: AuditError.Argument
    ) throws(AuditError) {
        try count(whole, wholeArgument, within: 0...largestPopulation)
        try count(part, argument, within: 0...whole)
    }

    static func positive(_ value: Double, _ argument: AuditError.Argument) throws(AuditError) {
        guard value > 0, value.isFinite else { throw .notPositive(argument, found: value) }
    }

    static func finite(_ values: [Double], _ argument: AuditError.Argument) throws(AuditError) {
        guard !values.isEmpty else { throw .empty(argument) }
        guard values.allSatisfy(\.isFinite) else { throw .notFinite(argument) }
    }

    static func sameCount(_ one: Int, _ other: Int, _ argument: AuditError.Argument) throws(AuditError) {
        guard one == other else { throw .lengthsDiffer(argument, one, other) }
    }
}
