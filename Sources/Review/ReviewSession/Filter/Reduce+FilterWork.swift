import ItemFilter
import RoundModel
import Verdicts

extension ReviewState {
    /// A look at the rows for the names of their fields.
    mutating func missingFields() -> (any Job)? {
        guard !round.isReading, find.fields == nil else { return nil }
        let isAsked = dialog is FilterDialog || dialog is FacetDialog
        guard isAsked || find.filter != nil || find.resumedFilter != nil, find.askedFields.ask(round.revision) else {
            return nil
        }
        return FieldsJob(round: round.revision)
    }

    /// The items of the filter that is typed, or else of the one in force.
    mutating func missingFilter() -> (any Job)? {
        guard !round.isReading, let wanted = wantedFilter else { return nil }
        let request = request(for: wanted.expression)
        guard wanted.answered != request || !wanted.isComplete, wanted.problem == nil, find.askedFilter.ask(request)
        else {
            return nil
        }
        return FilterJob(request: request, context: filterContext(for: wanted.expression))
    }

    private var wantedFilter: FilterState? {
        dialog is FilterDialog ? find.filterPreview ?? find.filter : find.filter
    }

    /// True where the items that pass the filter are those of this moment, and all of them.
    var isFilterCurrent: Bool {
        guard let filter = find.filter, filter.isComplete, filter.problem == nil else { return false }
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
            verdicts: expression.asksForVerdicts
        )
    }

    /// True while the items of the filter in force are those of other thresholds or verdicts.
    var isFilterBehind: Bool {
        guard let filter = find.filter, filter.items != nil, filter.problem == nil else { return false }
        return filter.answered?.expression == filter.expression && filter.answered != request(for: filter.expression)
    }

    mutating func take(_ update: FilterUpdate) {
        switch update {
        case .fieldsRead(let revision, let fields):
            find.askedFields.take(revision)
            guard revision == round.revision else { return }
            find.fields = fields
            resumeFilter()
            // Names that nobody knew yet may mean something else now, or nothing.
            lookAtFilter()
            recheckFilter()
        case .progressed(let request, let items, let fraction, let isComplete):
            if isComplete { find.askedFilter.take(request) }
            guard request.round == round.revision else { return }
            find.filterAnswers += 1
            let isFirst = find.filter?.isComplete == false
            find.filterPreview?.take(request, items, fraction, isComplete, find.filterAnswers)
            find.filter?.take(request, items, fraction, isComplete, find.filterAnswers)
            if isFirst, find.filter?.isComplete == true, dialog == nil { tellAboutFilter() }
        case .refused(let request, let pattern, let problem, let character):
            find.askedFilter.take(request)
            refuseFilter(request, pattern, problem, character)
        case .failed(let request, let why):
            find.askedFilter.take(request)
            guard request.round == round.revision else { return }
            if find.filterPreview?.expression == request.expression { find.filterPreview?.problem = why }
            guard find.filter?.expression == request.expression else { return }
            find.filter?.problem = why
            message = Message(.failure, why)
        }
    }

    /// A regular expression is none: shown where it stands.
    private mutating func refuseFilter(
        _ request: FilterRequest,
        _ pattern: FilterPattern,
        _ problem: String,
        _ character: Int
    ) {
        find.refusedPattern = RefusedPattern(pattern: pattern, problem: problem, character: character)
        if find.filter?.expression == request.expression {
            let text = find.filter?.text
            find.filter = nil
            if dialog == nil { openFilter(text) }
        }
        lookAtFilter()
    }

    /// Lets a filter begin anew, since the items it spoke of are no more.
    mutating func restartFilter() {
        find.filter?.forget()
        find.filterPreview?.forget()
        find.fields = nil
        find.facets = FacetState()
        find.askedFilter.forget()
        find.askedFields.forget()
        find.facets.askedFields.forget()
        find.facets.asked.forget()
    }

    /// The filter that was in force when the review was left.
    private mutating func resumeFilter() {
        guard let text = find.resumedFilter else { return }
        find.resumedFilter = nil
        guard find.filter == nil else { return }
        do throws(FilterError) {
            guard let expression = try FilterParser.parse(text, filterFields) else { return }
            find.filter = FilterState(text, expression)
            find.lastFilter = text
        } catch {
            find.lastFilter = text
            message = Message(.notice, "the last filter does not fit this round: \(error.message)")
        }
    }

    /// Keeps `members` what filter and search leave.
    mutating func joinMembers() {
        let wanted = itemRevision
        guard wanted != find.membersRevision else { return }
        find.membersRevision = wanted
        let hits = find.search.flatMap { $0.isOnly ? $0.hits : nil }
        switch (find.filter?.items, hits) {
        case (let items?, let hits?): find.members = items.intersection(hits)
        case (let items, let hits): find.members = items ?? hits
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
