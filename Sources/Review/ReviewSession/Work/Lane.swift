/// Where a job waits for its turn.
///
/// Each lane does one job at a time, and lanes run side by side.
public enum Lane: String, CaseIterable, Sendable {
    case count, wish, index, bin, colour, list, sort, step, nearest, highlight, reading, fields, facets, facet, filter,
        preview, exportCounts, leaks,
        evidence,
        curves, offers
    case load, texts, search, content, collect, fold, export, outside
    /// The review's file; what is handed over must be in order, and before the program ends.
    case file

    /// What becomes of jobs that come while another runs.
    public enum Rule: Sendable {
        /// The newest takes the place of the one that waits: nobody needs what was asked a moment ago.
        case newest
        /// One after the other.
        case inOrder
        /// At once, by who asks: the job only hands something on.
        case atOnce
    }

    /// What becomes of jobs that come while another runs.
    public var rule: Rule {
        switch self {
        case .count, .wish, .index, .bin, .colour, .list, .sort, .step, .nearest, .highlight, .reading, .fields,
            .facets, .facet,
            .filter,
            .preview, .exportCounts, .leaks,
            .evidence, .curves, .offers:
            .newest
        case .load, .texts, .search, .content, .collect, .fold, .export, .outside: .inOrder
        case .file: .atOnce
        }
    }

    /// True for what no key waits for.
    public var isInBackground: Bool { self == .index }
}
