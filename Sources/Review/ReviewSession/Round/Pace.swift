/// Work that goes through all rows and tells how far it is.
public enum PacedWork: Hashable, CaseIterable, Sendable {
    /// A search, the filter in force or in its line, and the values of all fields with few.
    case search, filter, facets
    /// A field that a list is to be sorted by.
    case sort
    /// All texts, for samples and verdicts.
    case contents
    /// The items of a verdict on many.
    case bulk
    case export
}

/// How fast some work goes, by the session's clock.
public struct Pace: Hashable, Sendable {
    private let began: Double
    private let start: Double
    private var latest: Double
    private var at: Double

    /// Before this many seconds nothing is said: most work is done by then.
    static let patience = 0.5

    init(_ fraction: Double, at clock: Double) {
        began = clock
        start = fraction
        latest = fraction
        at = clock
    }

    /// Takes over how far the work is now; begins anew where it is less than it was.
    mutating func note(_ fraction: Double, at clock: Double) {
        if fraction < latest { self = Pace(fraction, at: clock) }
        if fraction > latest { (latest, at) = (fraction, clock) }
    }

    /// The share of the whole that is done in a second; nil while that cannot be told.
    public var perSecond: Double? {
        at - began >= Self.patience && latest > start ? (latest - start) / (at - began) : nil
    }

    /// Seconds until it is done, if it goes on so; nil while that cannot be told.
    public var secondsLeft: Double? { perSecond.map { (1 - latest) / $0 } }
}

extension ReviewState {
    /// How far what goes through all rows is, 0 to 1, of what runs.
    var fractions: [PacedWork: Double] {
        PacedWork.allCases.reduce(into: [:]) { $0[$1] = fraction(of: $1) }
    }

    /// How far some work is; nil while it does not run.
    private func fraction(of work: PacedWork) -> Double? {
        switch work {
        case .search: find.search.flatMap { $0.isRunning ? $0.fraction : nil }
        case .filter:
            (find.filterPreview ?? find.filter).flatMap { $0.isComplete || $0.problem != nil ? nil : $0.fraction }
        case .facets:
            (dialog is FacetDialog || dialog is CrossDialog) && find.facets.fields == nil && find.facets.problem == nil
                ? find.facets.fraction : nil
        case .sort: sorting.pending == nil ? nil : sorting.fraction
        case .contents: round.content.keys == nil ? round.content.fraction : nil
        case .bulk: bulk.pending?.fraction
        case .export: export.run?.fraction
        }
    }
}
