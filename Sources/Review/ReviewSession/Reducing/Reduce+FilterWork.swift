import ItemFilter
import RoundModel
import Verdicts

extension ReviewState {
    /// A look at the rows for the names of their fields.
    mutating func missingFields() -> (any Job)? {
        guard !round.isReading, fields == nil else { return nil }
        let isWanted: Bool
        switch dialog {
        case .filter, .facets: isWanted = true
        default: isWanted = filter != nil || resumedFilter != nil
        }
        guard isWanted, requests.fields.ask(round.revision) else { return nil }
        return FieldsJob(round: round.revision)
    }

    /// The items of the filter that is typed, or else of the one in force.
    mutating func missingFilter() -> (any Job)? {
        guard !round.isReading, let wanted = wantedFilter else { return nil }
        let request = request(for: wanted.expression)
        guard wanted.answered != request || !wanted.isComplete, wanted.problem == nil, requests.filter.ask(request)
        else {
            return nil
        }
        return FilterJob(request: request, context: filterContext(for: wanted.expression))
    }

    private var wantedFilter: FilterState? {
        if case .filter = dialog { return filterPreview ?? filter }
        return filter
    }

    /// True where the items that pass the filter are those of this moment, and all of them.
    var isFilterCurrent: Bool {
        guard let filter, filter.isComplete, filter.problem == nil else { return false }
        return filter.answered == request(for: filter.expression)
    }

    private func request(for expression: FilterExpression) -> FilterRequest {
        FilterRequest(
            expression: expression,
            round: round.revision,
            thresholds: expression.followsThresholds ? thresholds.now : nil,
            baseline: expression.followsBaseline ? thresholds.baseline : nil,
            verdicts: expression.followsVerdicts ? verdicts.revision : nil
        )
    }

    /// What a filter is judged by at this moment.
    private func filterContext(for expression: FilterExpression) -> FilterContext {
        verdicts.round(in: round.columns).filterContext(
            at: thresholds.now,
            baseline: thresholds.baseline,
            marks: expression.asksForMarks
        )
    }

    /// True while the items of the filter in force are those of other thresholds or verdicts.
    var isFilterBehind: Bool {
        guard let filter, filter.items != nil, filter.problem == nil else { return false }
        return filter.answered?.expression == filter.expression && filter.answered != request(for: filter.expression)
    }

    mutating func takeFilter(_ action: Action) {
        switch action {
        case .fieldsRead(let revision, let fields):
            requests.fields.take(revision)
            guard revision == round.revision else { return }
            self.fields = fields
            resumeFilter()
            // Names that nobody knew yet may mean something else now, or nothing.
            lookAtFilter()
            recheckFilter()
        case .filtered(let request, let items, let fraction, let isComplete):
            if isComplete { requests.filter.take(request) }
            guard request.round == round.revision else { return }
            requests.filterAnswers += 1
            let isFirst = filter?.isComplete == false
            filterPreview?.take(request, items, fraction, isComplete, requests.filterAnswers)
            filter?.take(request, items, fraction, isComplete, requests.filterAnswers)
            if isFirst, filter?.isComplete == true, dialog == nil { tellAboutFilter() }
        case .filterRefused(let request, let pattern, let problem, let character):
            requests.filter.take(request)
            refuseFilter(request, pattern, problem, character)
        case .filterFailed(let request, let why):
            requests.filter.take(request)
            guard request.round == round.revision else { return }
            if filterPreview?.expression == request.expression { filterPreview?.problem = why }
            guard filter?.expression == request.expression else { return }
            filter?.problem = why
            message = Message(.failure, why)
        default: break
        }
    }

    /// A regular expression is none: shown where it stands.
    private mutating func refuseFilter(
        _ request: FilterRequest,
        _ pattern: FilterPattern,
        _ problem: String,
        _ character: Int
    ) {
        refusedPattern = RefusedPattern(pattern: pattern, problem: problem, character: character)
        if filter?.expression == request.expression {
            let text = filter?.text
            filter = nil
            if dialog == nil { openFilter(text) }
        }
        lookAtFilter()
    }

    /// Lets a filter begin anew, since the items it spoke of are no more.
    mutating func restartFilter() {
        filter?.forget()
        filterPreview?.forget()
        fields = nil
        facets = FacetState()
        requests.filter.forget()
        requests.fields.forget()
        requests.facets.forget()
        requests.facet.forget()
    }

    /// The filter that was in force when the review was left.
    private mutating func resumeFilter() {
        guard let text = resumedFilter else { return }
        resumedFilter = nil
        guard filter == nil else { return }
        do throws(FilterError) {
            guard let expression = try FilterParser.parse(text, filterFields) else { return }
            filter = FilterState(text, expression)
            lastFilter = text
        } catch {
            lastFilter = text
            message = Message(.notice, "the filter of last time does not fit this round: \(error.message)")
        }
    }

    /// Keeps `members` what filter and search leave.
    mutating func joinMembers() {
        let wanted = itemRevision
        guard wanted != membersRevision else { return }
        membersRevision = wanted
        let hits = search.flatMap { $0.isOnly ? $0.hits : nil }
        switch (filter?.items, hits) {
        case (let items?, let hits?): members = items.intersection(hits)
        case (let items, let hits): members = items ?? hits
        }
    }
}

extension FilterState {
    fileprivate mutating func take(
        _ request: FilterRequest,
        _ found: ItemSet,
        _ fraction: Double,
        _ isComplete: Bool,
        _ revision: Int
    ) {
        guard request.expression == expression else { return }
        // What is whole is not taken for part of itself while it is looked at again.
        if !isComplete, self.isComplete { return }
        items = found
        self.fraction = fraction
        self.isComplete = isComplete
        self.revision = revision
        answered = request
        problem = nil
    }

    fileprivate mutating func forget() {
        items = nil
        isComplete = false
        answered = nil
        problem = nil
        fraction = 0
        revision = 0
    }
}
