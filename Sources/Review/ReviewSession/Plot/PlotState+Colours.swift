import DensityPlot
import ItemFilter
import RoundModel

/// Colours and legend of the plot.
extension PlotState {
    mutating func nextColouring(_ context: PlotContext) -> Message {
        colour(by: colouringAfterPresent(context), context)
    }

    private func colouringAfterPresent(_ context: PlotContext) -> PlotColouring {
        let (facets, isReading) = (context.facets, context.round.isReading)
        switch colouring {
        case .bucket: return .density
        case .density: return .verdict
        case .verdict:
            if let fields = facets.fields, fields.isEmpty || isReading { return .bucket }
            return isReading || facets.problem != nil ? .bucket : .field(facets.fields?.first?.name)
        case .field(let name):
            let names = facets.fields?.map(\.name) ?? []
            let next = names.firstIndex { $0 == name }.map { $0 + 1 } ?? names.count
            return next < names.count ? .field(names[next]) : .bucket
        }
    }

    /// Why the name of a colouring is none; nil where it is one.
    func problem(ofColouring name: String, _ context: PlotContext) -> String? {
        guard case .field(let field) = PlotColouring(named: name) else { return nil }
        if context.round.isReading { return "a field gives colours once the round is read" }
        if let problem = context.facets.problem { return problem }
        return field.flatMap { fieldProblem($0, context) }
    }

    private func fieldProblem(_ name: String, _ context: PlotContext) -> String? {
        guard let fields = context.facets.fields, !fields.contains(where: { $0.name == name }) else { return nil }
        let known = (PlotColouring.usual.map(\.name) + fields.map(\.name)).joined(separator: ", ")
        return "no field with few values is called \"\(name)\"; there are \(known)"
    }

    /// - Returns: what there is to say about it.
    mutating func colour(by colouring: PlotColouring, _ context: PlotContext) -> Message {
        colours.mean(colouring)
        switch colouring {
        case .bucket: return Message(.done, "coloured by bucket")
        case .density: return Message(.done, "coloured by density: how many items there are, whatever their bucket")
        case .verdict:
            return Message(
                .done,
                "coloured by verdict\(context.verdictCount == 0 ? "; there are no verdicts yet" : "")"
            )
        case .field(let name): return Message(.done, "coloured by \(name ?? "the first field with few values")")
        }
    }

    /// The categories of the cells to ask for, where the colours mean some; nil where they are here or on their way.
    ///
    /// - Parameter message: what is said at this moment; what is said after it where that changes.
    mutating func wantedLayer(_ context: PlotContext, _ message: inout Message?) -> LayerRequest? {
        guard let cells = cells(in: context.panes) else { return nil }
        let subject: LayerRequest.Subject
        let revision: Revision
        switch colouring {
        case .bucket, .density: return nil
        case .verdict: (subject, revision) = (.verdicts(context.thresholds), context.judgedItems)
        case .field(let name):
            guard let field = colouringField(name, context, &message) else { return nil }
            (subject, revision) = (.field(field), context.items)
        }
        let wanted = LayerRequest(
            subject: subject,
            revision: revision,
            axes: cells.axes,
            columns: cells.columns,
            rows: cells.rows
        )
        return colours.wants(wanted) ? wanted : nil
    }

    /// The field that gives the colours; nil until the fields are known. Where there turns out to be none, the buckets
    /// give them again.
    private mutating func colouringField(
        _ name: String?,
        _ context: PlotContext,
        _ message: inout Message?
    ) -> FilterField? {
        if let problem = context.facets.problem {
            colours.mean(.bucket)
            message = Message(.failure, problem)
        }
        guard !context.round.isReading, let fields = context.facets.fields else { return nil }
        guard let name else {
            guard let first = fields.first else {
                colours.mean(.bucket)
                message = Message(.refusal, "no field of the rows has few values; colours are those of the buckets")
                return nil
            }
            colours.mean(.field(first.name))
            if message?.kind == .done { message = Message(.done, "coloured by \(first.name)") }
            return first
        }
        if let field = fields.first(where: { $0.name == name }) { return field }
        colours.mean(.bucket)
        message = Message(.refusal, fieldProblem(name, context) ?? "")
        return nil
    }

    /// The categories of the cells as they are now; nil where the colours mean none, and until they are known.
    ///
    /// While the same cells are looked at anew, for other thresholds or verdicts, those of before stand for them.
    func presentLayer(in panes: PaneSizes) -> PlotLayer? {
        guard let layer = colours.layer, let asked = colours.asked.request else { return nil }
        let request = layer.request
        guard request.axes == axes, request.columns == panes.plotColumns, request.rows == panes.plotRows else {
            return nil
        }
        switch (colouring, request.subject, asked.subject) {
        case (.verdict, .verdicts, _): return layer
        case (.field, .field(let one), .field(let other)): return one == other ? layer : nil
        case (.bucket, _, _), (.density, _, _), (.verdict, .field, _), (.field, .verdicts, _), (.field, _, .verdicts):
            return nil
        }
    }

    mutating func toggleLegend() -> Message {
        colours.toggleLegend()
        return Message(.done, hasLegend ? "the legend is at the plot's lower edge" : "no legend")
    }
}
