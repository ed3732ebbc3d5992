import ItemFilter
import RoundExport
import RoundFiles
import RoundFilter
import RoundModel
import RoundSearch
import Verdicts

extension RoundWork {
    /// Counts the items that a filter of the command line leaves.
    ///
    /// - Parameters:
    ///   - fields: of the round.
    ///   - review: what verdicts in the filter are looked up in; nil where none was named.
    ///   - leaks: what the round is held against, and what the fields of those files are called; nil where the command does not
    ///     take any.
    /// - Returns: the counts, and the items.
    /// - Throws: what is wrong with the filter, with its place marked; why the rows cannot be read.
    /// - Complexity: O(bytes of the round) where rows or verdicts must be read, else O(n).
    func filterCounts(
        _ text: String,
        _ fields: RoundFields,
        at theta: Thresholds,
        _ review: ReviewFileWork.Kept?,
        leaks: (options: LeakOptions, files: RoundRequest)? = nil
    ) throws(ProgramFailure) -> (counts: FilterCounts, items: Population) {
        let loaded = fields.round
        let names: FilterFields
        do throws(RoundFilesError) {
            names = try fields.fields()
        } catch {
            throw ProgramFailure(error)
        }
        let expression: FilterExpression?
        do throws(FilterError) {
            expression = try FilterParser.parse(text, names)
        } catch {
            throw Self.refusal(of: text, error)
        }
        guard let expression else {
            throw ProgramFailure(status: 64, message: "--filter: the filter is empty; leave it out to count all items")
        }
        if review == nil, let test = expression.tests.first(where: { $0.asksForReview }) {
            throw ProgramFailure(
                status: 64,
                message: "--filter: \(test.reviewName) uses verdicts, and there is no review; name one with --review"
            )
        }
        var context = try filterContext(for: expression, of: loaded, at: theta, review)
        if expression.asksForLeaks {
            context.leaks = try leakingItems(of: loaded, leaks)
        } else if let name = leaks?.options.given {
            throw ProgramFailure(status: 64, message: "\(name) is for leaks, which the filter does not ask for")
        }
        let (progress, cancellation) = (self.progress, interruption.cancellation)
        var refused: FilterError?
        let items = try run { () throws(ExportError) -> ItemSet? in
            do throws(RoundFilterError) {
                return try fields.find(expression, context, cancellation: cancellation) { _, fraction in
                    progress.show("filtering", fraction)
                }
            } catch {
                switch error {
                case .pattern(let pattern, let problem):
                    refused = FilterParser.error(of: pattern, problem.message, at: problem.character, in: text, names)
                    return nil
                case .unknownField(let field):
                    refused = FilterParser.error(of: field, in: text, names)
                    return nil
                case .round(let problem):
                    throw problem == .cancelled
                        ? .cancelled : .source(message: problem.message, exitStatus: problem.exitStatus)
                }
            }
        }
        guard let items else { throw Self.refusal(of: text, refused ?? FilterError(.pattern(""), at: 0..<0)) }
        let population = Population(loaded.columns, members: items, judged: context.judged)
        return (FilterCounts(text: text, counts: population.tally(theta, baseline: theta).counts), population)
    }

    /// The filter with what is wrong marked under it, as the screen does.
    private static func refusal(of text: String, _ error: FilterError) -> ProgramFailure {
        ProgramFailure(
            status: 64,
            message: "--filter: \(error.message)",
            lines: FilterPlace.lines(under: text, error.range)
        )
    }

    private func filterContext(
        for expression: FilterExpression,
        of loaded: LoadedRound,
        at theta: Thresholds,
        _ review: ReviewFileWork.Kept?
    ) throws(ProgramFailure) -> FilterContext {
        let baseline = review?.place?.baseline ?? theta
        guard let review, expression.followsVerdicts else {
            return FilterContext(columns: loaded.columns, thresholds: theta, baseline: baseline)
        }
        return try judged(review.record, seed: review.seed, loaded)
            .filterContext(at: theta, baseline: baseline, verdicts: expression.asksForVerdicts)
    }

    /// The items that are not to be trained on.
    private func leakingItems(
        of loaded: LoadedRound,
        _ leaks: (options: LeakOptions, files: RoundRequest)?
    ) throws(ProgramFailure) -> [UInt32] {
        guard let leaks else {
            throw ProgramFailure(status: 64, message: "--filter: leaks is for summary, which takes evaluation prompts")
        }
        let request = try leaks.options.request(leaks.files, self)
        progress.show("looking for leaks", nil)
        let found = try run { () throws(ExportError) in
            try RoundLeaks.find(in: loaded, request, cancellation: interruption.cancellation)
        }
        guard let found else {
            throw ProgramFailure(
                status: 64,
                message: "--filter: leaks asks what is not to be trained on; name the prompts with --evaluation, "
                    + "--evaluation-list or --seen"
            )
        }
        return found.items
    }

    /// Lines that show where something in a text is.
    private enum FilterPlace {
        static func lines(under text: String, _ range: Range<Int>) -> [String] {
            let scalars = Array(text.unicodeScalars)
            // What is not shown as itself would put the mark under something else.
            let shown = scalars.map { $0.value < 0x20 ? " " : String(Character($0)) }
            func width(_ part: ArraySlice<String>) -> Int { ShownWidth.of(part.joined()) }
            let start = min(range.lowerBound, shown.count)
            let end = min(max(range.upperBound, start), shown.count)
            let mark = String(repeating: "^", count: max(1, width(shown[start..<end])))
            return ["  \(shown.joined())", "  \(String(repeating: " ", count: width(shown[..<start])))\(mark)"]
        }
    }
}

extension FilterTest {
    /// True for what only a review tells.
    fileprivate var asksForReview: Bool {
        switch self {
        case .has, .judged, .moved: true
        case .score, .field, .matches, .state, .bucket, .leaks: false
        }
    }

    fileprivate var reviewName: String {
        switch self {
        case .has: "has:"
        case .judged: "judged"
        default: "moved"
        }
    }
}
