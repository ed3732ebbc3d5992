import Basics
import ItemFilter
import ReviewSession
import RoundFiles
import RoundFilter
import RoundModel
import RoundSearch

extension FileSite {
    func search(
        _ pattern: SearchPattern,
        from start: UInt32,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(SearchFailure) -> ItemSet {
        let compiled: TextPattern
        do throws(TextPatternError) {
            compiled = try TextPattern(pattern.text, isRegex: pattern.isExpression)
        } catch {
            throw .pattern(error.message)
        }
        do throws(WorkFailure) {
            let round = try known()
            return try working { () throws(RoundFilesError) in
                try RoundSearch.find(compiled, in: round, startingAt: Int(start), cancellation: stop) { snapshot in
                    found(snapshot.hits, snapshot.fraction)
                }.hits
            }
        } catch {
            throw .work(error)
        }
    }

    func highlights(of pattern: SearchPattern, search: Int, in text: ItemText, of item: UInt32) -> TextHighlights {
        guard let compiled = try? TextPattern(pattern.text, isRegex: pattern.isExpression) else {
            return TextHighlights(search: search, item: item)
        }
        return TextHighlights(
            search: search,
            item: item,
            prompt: TextMatcher.ranges(of: compiled, in: text.prompt),
            response: TextMatcher.ranges(of: compiled, in: text.response)
        )
    }

    private func knownFields() throws(WorkFailure) -> RoundFields {
        guard let fields = roundFields else { throw WorkFailure("nothing of the round has been read", isStopped: true) }
        return fields
    }

    func fields() throws(WorkFailure) -> FilterFields {
        let fields = try knownFields()
        return try working { () throws(RoundFilesError) in try fields.fields() }
    }

    func filter(
        _ expression: FilterExpression,
        _ context: FilterContext,
        _ stop: Cancellation,
        _ found: @escaping @Sendable (ItemSet, Double) -> Void
    ) throws(FilterFailure) -> ItemSet {
        guard let fields = roundFields else {
            throw .work(WorkFailure("nothing of the round has been read", isStopped: true))
        }
        do throws(RoundFilterError) {
            return try fields.find(expression, context, cancellation: stop) { found($0, $1) }
        } catch {
            switch error {
            case .pattern(let pattern, let problem):
                throw .pattern(pattern, problem: problem.message, character: problem.character)
            case .unknownField(let field):
                // The names are known, since the filter was judged by them.
                let names = (try? fields.fields()) ?? .unknown
                throw .work(WorkFailure(names.unknown(field).problem))
            case .round(let problem):
                throw .work(WorkFailure(problem.message, isStopped: problem == .cancelled))
            }
        }
    }

    func facetFields(
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> [FilterField] {
        let fields = try knownFields()
        return try working { () throws(RoundFilesError) in
            try fields.facetFields(cancellation: stop, onProgress: progress)
        }
    }

    func facet(_ field: FilterField, of population: Population, at thresholds: Thresholds) -> [FacetValue] {
        roundFields?.facet(field, of: population, at: thresholds) ?? []
    }

    func ranks(
        by field: FilterField,
        _ stop: Cancellation,
        _ progress: @escaping @Sendable (Double) -> Void
    ) throws(WorkFailure) -> ItemRanks {
        let fields = try knownFields()
        return try working { () throws(RoundFilesError) in
            try fields.ranks(by: field, cancellation: stop, onProgress: progress)
        }
    }

    func crossTable(
        _ down: FilterField,
        _ across: FilterField,
        of population: Population,
        at thresholds: Thresholds
    ) -> CrossTable { roundFields?.crossTable(down, across, of: population, at: thresholds) ?? CrossTable([]) }

    func codes(of field: FilterField) -> (values: [[UInt8]], codes: [[UInt8]], bins: NumberBins?)? {
        roundFields?.codes(of: field)
    }
}
