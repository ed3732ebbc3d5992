public import DensityPlot
import ItemFilter
import RoundModel
import Verdicts

/// Axes, colours and legend of the plot.
extension ReviewState {
    // MARK: Axes

    /// Brings the axes up to the view, the scale and the items.
    mutating func followAxes() {
        guard let viewport, let safety = round.safety, let helpfulness = round.helpfulness else {
            plot.axes = nil
            plot.axesKey = nil
            return
        }
        let ranks = plot.scale == .quantile && counting.indexed == itemRevision ? counting.index : nil
        let key = AxesKey(
            scale: plot.scale,
            viewport: viewport,
            round: round.revision,
            ranked: ranks == nil ? nil : itemRevision
        )
        guard key != plot.axesKey else { return }
        if key.ranked == nil, var before = plot.axesKey, before.ranked != nil {
            // Ranks that are about to change stay until the new ones are known: the axes move once.
            before.ranked = nil
            if before == key { return }
        }
        plot.axes = PlotAxes(plot.scale, viewport, safety: safety, helpfulness: helpfulness, ranks)
        plot.axesKey = key
    }

    mutating func nextScale() {
        let all = AxisScale.allCases
        setScale(all[((all.firstIndex(of: plot.scale) ?? 0) + 1) % all.count])
    }

    mutating func setScale(_ scale: AxisScale) {
        plot.scale = scale
        followAxes()
        message = Message(.done, axesText)
    }

    /// What holds along both axes, in words.
    public var axesText: String {
        guard let axes = plot.axes else { return "axes: \(plot.scale.rawValue)" }
        let safety = Self.text(axes.safety.layout)
        let help = Self.text(axes.helpfulness.layout)
        return safety == help
            ? "\(plot.scale.rawValue) axes: \(safety)"
            : "\(plot.scale.rawValue) axes: safety \(safety); helpfulness \(help)"
    }

    private static func text(_ layout: AxisLayout) -> String {
        switch layout {
        case .values: "by value"
        case .ranks: "by rank: equally many items take equal room"
        case .logOdds: "by log odds, from 0.001 to 0.999"
        case .curve(let middle, _):
            "on a logistic curve about the median \(DecimalText.significant(middle, digits: 3)), as these are no probabilities"
        }
    }

    /// How scores and the plot's cells go together; nil where there is no plot.
    public var plotCells: PlotCells? {
        guard let axes = plot.axes, panes.plotColumns > 0, panes.plotRows > 0 else { return nil }
        return PlotCells(axes, columns: panes.plotColumns, rows: panes.plotRows)
    }

    // MARK: Colours

    mutating func nextColouring() {
        switch plot.colouring {
        case .bucket: colour(by: .density)
        case .density: colour(by: .verdict)
        case .verdict:
            if let fields = find.facets.fields, fields.isEmpty || round.isReading { return colour(by: .bucket) }
            colour(
                by: round.isReading || find.facets.problem != nil ? .bucket : .field(find.facets.fields?.first?.name)
            )
        case .field(let name):
            let names = find.facets.fields?.map(\.name) ?? []
            let next = names.firstIndex { $0 == name }.map { $0 + 1 } ?? names.count
            colour(by: next < names.count ? .field(names[next]) : .bucket)
        }
    }

    /// - Returns: what is wrong with the name; nil where it was taken.
    mutating func colour(named name: String) -> String? {
        let colouring = PlotColouring(named: name)
        if case .field(let field) = colouring {
            if round.isReading { return "fields give colours once the round is read" }
            if let problem = find.facets.problem { return problem }
            if let field, let problem = fieldProblem(field) { return problem }
        }
        colour(by: colouring)
        return nil
    }

    private func fieldProblem(_ name: String) -> String? {
        guard let fields = find.facets.fields, !fields.contains(where: { $0.name == name }) else { return nil }
        let known = (PlotColouring.usual.map(\.name) + fields.map(\.name)).joined(separator: ", ")
        return "no field with few values is called \"\(name)\"; there are \(known)"
    }

    private mutating func colour(by colouring: PlotColouring) {
        plot.colouring = colouring
        switch colouring {
        case .bucket: message = Message(.done, "coloured by bucket")
        case .density: message = Message(.done, "coloured by density: how many items there are, whatever their bucket")
        case .verdict:
            let none = verdicts.itemCount == 0 ? "; nothing has one yet" : ""
            message = Message(.done, "coloured by verdict\(none)")
        case .field(let name): message = Message(.done, "coloured by \(name ?? "the first field with few values")")
        }
    }

    /// The categories of the cells, where the colours mean some.
    mutating func missingLayer() -> (any Job)? {
        guard let axes = plot.axes, panes.plotColumns > 0, panes.plotRows > 0 else { return nil }
        let subject: LayerRequest.Subject
        switch plot.colouring {
        case .bucket, .density: return nil
        case .verdict: subject = .verdicts(thresholds.now)
        case .field(let name):
            guard let field = colouringField(name) else { return nil }
            subject = .field(field)
        }
        var wanted = LayerRequest(
            subject: subject,
            revision: itemRevision,
            axes: axes,
            columns: panes.plotColumns,
            rows: panes.plotRows
        )
        if case .verdicts = subject { wanted.revision = revision }
        guard plot.askedLayer != wanted else { return nil }
        plot.askedLayer = wanted
        let said = PlotLayer.Said(records: verdicts.record.items, digests: verdicts.digests)
        return ColourJob(request: wanted, population: population, said: said)
    }

    /// The field that gives the colours; nil until the fields are known. Where there turns out to be none, the buckets
    /// give them again.
    private mutating func colouringField(_ name: String?) -> FilterField? {
        if let problem = find.facets.problem {
            plot.colouring = .bucket
            message = Message(.failure, problem)
        }
        guard !round.isReading, let fields = find.facets.fields else { return nil }
        guard let name else {
            guard let first = fields.first else {
                plot.colouring = .bucket
                refuse("no field of the rows has few values; colours are those of the buckets")
                return nil
            }
            plot.colouring = .field(first.name)
            if message?.kind == .done { message = Message(.done, "coloured by \(first.name)") }
            return first
        }
        if let field = fields.first(where: { $0.name == name }) { return field }
        plot.colouring = .bucket
        refuse(fieldProblem(name) ?? "")
        return nil
    }

    mutating func takeLayer(_ layer: PlotLayer) {
        if layer.request.revision.round <= round.revision { plot.layer = layer }
    }

    /// The categories of the cells as they are now; nil where the colours mean none, and until they are known.
    ///
    /// While the same cells are looked at anew, for other thresholds or verdicts, those of before stand for them.
    public var plotLayer: PlotLayer? {
        guard let layer = plot.layer, let wanted = plot.askedLayer else { return nil }
        let request = layer.request
        guard request.axes == plot.axes, request.columns == panes.plotColumns, request.rows == panes.plotRows else {
            return nil
        }
        switch (plot.colouring, request.subject, wanted.subject) {
        case (.verdict, .verdicts, _): return layer
        case (.field, .field(let one), .field(let other)): return one == other ? layer : nil
        case (.verdict, .field, _), (.field, .verdicts, _), (.field, .field, .verdicts), (.bucket, _, _),
            (.density, _, _):
            return nil
        }
    }

    // MARK: Legend

    mutating func toggleLegend() {
        let shows = !plot.hasLegend
        plot.showsLegend = shows
        message = Message(.done, shows ? "the legend is at the plot's lower edge" : "no legend")
    }
}
