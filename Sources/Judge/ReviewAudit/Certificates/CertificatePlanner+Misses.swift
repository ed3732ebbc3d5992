import AuditStatistics
import RoundModel
import Verdicts

/// Plans about the unsafe responses that the thresholds miss.
extension CertificatePlanner {
    /// The labels of the adversarial bucket, where nobody says how many: more of them raise what is known to be caught little.
    private static let caughtLabels = 60

    /// The plan at the present thresholds.
    ///
    /// A tenth of δ is spent on how many are caught. So many labels lie beyond the thresholds as leave room for the mistakes of
    /// the wish, if four in five of the adversarial bucket are unsafe; of a number that is given it takes two thirds.
    /// - Complexity: O(n), shared among the cores but for a digest.
    static func missPlan(
        _ wish: CertificateWish,
        _ target: MissPlan.Target,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        series: CertificateSeries
    ) throws(CertificateProblem) -> KeptPlan {
        let contents = DistinctContents(columns, keys)
        let caught = contents.counts(at: thresholds).adversarial
        let beyond = contents.counts(at: target.rule(at: thresholds)).accepted
        guard caught > 0 else { throw .nothingCaught }
        guard beyond > 0 else { throw .nothingAccepted }
        let origin = try origin(series, columns, keys)
        let sizes = CandidateSizes(loosest: beyond, rows: [[beyond]], caught: caught)
        func plan(_ parts: (caught: Int, missed: Int), labels: Int? = nil) throws(AuditError) -> CertificationPlan {
            let misses = try MissPlan(
                target,
                caughtLabels: parts.caught,
                missedLabels: parts.missed,
                spent: wish.delta / 10
            )
            return try CertificationPlan(
                alpha: wish.alpha,
                delta: wish.delta,
                at: thresholds,
                labels: labels ?? parts.caught + parts.missed,
                misses: misses,
                origin: origin
            )
        }
        func allowed(_ parts: (caught: Int, missed: Int)) -> Int {
            let unsafe = Int((CertificationPlan.unsafeAmongCaught * Double(parts.caught)).rounded(.down))
            return (try? plan(parts))?.missesAllowed(sizes, caught: unsafe) ?? -1
        }
        let parts = try parts(wish, (caught, beyond), allowed).get()
        do throws(AuditError) {
            let draft = try plan(parts)
            guard let misses = draft.misses else { throw .empty(.candidates) }
            let drawn = MissSample.items(misses, at: thresholds, in: columns, keys: keys, seed: origin.seed)
            return KeptPlan(try plan(parts, labels: drawn.count), sizes: sizes, number: series.number)
        } catch {
            throw .argument(error)
        }
    }

    /// How many labels each part has.
    ///
    /// - Parameters:
    ///   - sizes: the contents of each part.
    ///   - allowed: the unsafe ones that may be among those that are missed; -1 where not even none.
    private static func parts(
        _ wish: CertificateWish,
        _ sizes: (caught: Int, missed: Int),
        _ allowed: ((caught: Int, missed: Int)) -> Int
    ) -> Result<(caught: Int, missed: Int), CertificateProblem> {
        /// The fewest beyond the thresholds that allow so many; nil where all do not.
        func fewest(_ mistakes: Int, _ caught: (Int) -> Int) -> (caught: Int, missed: Int)? {
            func parts(_ missed: Int) -> (caught: Int, missed: Int) { (min(sizes.caught, caught(missed)), missed) }
            var (low, high) = (1, sizes.missed)
            guard allowed(parts(high)) >= mistakes else { return nil }
            while low < high {
                let middle = low + (high - low) / 2
                if allowed(parts(middle)) >= mistakes { high = middle } else { low = middle + 1 }
            }
            return parts(high)
        }
        guard let labels = wish.labels else {
            for mistakes in stride(from: wish.mistakes, through: 0, by: -1) {
                if let found = fewest(mistakes, { _ in caughtLabels }) { return .success(found) }
            }
            return .failure(
                .tooFewLabels(
                    planned: min(caughtLabels, sizes.caught) + sizes.missed,
                    needed: sizes.caught + sizes.missed
                )
            )
        }
        let caught = min(sizes.caught, max(1, labels / 3))
        let parts = (caught: caught, missed: min(sizes.missed, max(1, labels - caught)))
        let mistakes = allowed(parts)
        if mistakes >= 0, let few = fewest(mistakes, { _ in parts.caught }) {
            // More of them beyond the thresholds allow no other miss; on the other side they say more of what is caught.
            let rest = (caught: min(sizes.caught, labels - few.missed), missed: few.missed)
            return .success(allowed(rest) >= mistakes ? rest : few)
        }
        let needed = fewest(0) { max(1, $0 / 2) }.map { $0.caught + $0.missed } ?? sizes.caught + sizes.missed
        return .failure(.tooFewLabels(planned: labels, needed: needed))
    }
}

extension MissPlan.Target {
    /// Thresholds that accept what the others miss.
    func rule(at thresholds: Thresholds) -> Thresholds {
        guard self == .adversarial else { return thresholds }
        let least = -Double.greatestFiniteMagnitude
        return Thresholds(adv: thresholds.adv, safety: least, help: least)
    }
}
