public import ItemFilter
public import RoundModel

/// The fields with few values, and how many items have each value of one.
public struct FacetState: Sendable {
    /// The fields, in the order of the rows; nil until all rows were read for them.
    public private(set) var fields: [FilterField]?
    /// How far reading is, 0 to 1.
    public private(set) var fraction = 0.0
    /// Why they could not be read; nil where nothing went wrong.
    public private(set) var problem: String?
    /// The values, in the order of `FacetValue.sorted`.
    public private(set) var values: [FacetValue] = []
    /// What `values` answers; it may lag behind the thresholds for a moment.
    public private(set) var counted: FacetRequest?

    /// The pairs of values of two fields; nil until some were counted.
    public private(set) var cross: CrossTable?
    /// What `cross` answers; it may lag behind likewise.
    public private(set) var crossed: CrossRequest?

    /// The round whose facets were asked for last.
    private var askedFields = Asked<Int>()
    /// The facet that was asked for last.
    private var asked = Asked<FacetRequest>()
    /// The pairs that were asked for last.
    private var askedCross = Asked<CrossRequest>()

    public init() {}

    /// True while values are being counted.
    var isCounting: Bool { asked.isPending }
    /// True while pairs of values are being counted.
    var isCrossing: Bool { askedCross.isPending }

    /// Takes note that somebody asks for them, though they could not be read before.
    mutating func tryAgain() {
        if problem != nil { self = FacetState() }
    }

    /// True where the fields are to be asked for.
    mutating func wantsFields(of round: RoundState) -> Bool {
        fields == nil && problem == nil && askedFields.ask(round.revision)
    }

    /// The values that are to be asked for; nil where they are here or on their way.
    ///
    /// - Parameters:
    ///   - field: the number of the field; one that there is not wants nothing.
    ///   - filter: the filter in force; nil for none. What it asks of the field itself plays no part, so that the values
    ///     that it leaves out are told too.
    mutating func wanted(
        _ field: Int,
        of items: Revision,
        _ filter: FilterExpression?,
        at thresholds: Thresholds
    ) -> FacetRequest? {
        guard let fields, fields.indices.contains(field) else { return nil }
        var wanted = FacetRequest(field: fields[field], revision: items, thresholds: thresholds)
        if let filter, filter.only(fields[field]) != nil { wanted.others = .some(filter.without(fields[field])) }
        return counted != wanted && asked.ask(wanted) ? wanted : nil
    }

    /// The pairs that are to be asked for; nil where they are here or on their way.
    ///
    /// - Parameter filter: as above, of both fields.
    mutating func wanted(
        _ pair: (down: FilterField, across: FilterField),
        of items: Revision,
        _ filter: FilterExpression?,
        at thresholds: Thresholds
    ) -> CrossRequest? {
        var wanted = CrossRequest(down: pair.down, across: pair.across, revision: items, thresholds: thresholds)
        if let filter, filter.only(pair.down) != nil || filter.only(pair.across) != nil {
            wanted.others = .some(filter.without(pair.down)?.without(pair.across))
        }
        return crossed != wanted && askedCross.ask(wanted) ? wanted : nil
    }

    /// Takes over what a worker tells.
    mutating func take(_ update: FacetUpdate, in round: RoundState) {
        switch update {
        case .read(let revision, _), .failed(let revision, _): askedFields.take(revision)
        case .counted(let request, _): asked.take(request)
        case .crossed(let request, _): askedCross.take(request)
        case .progressed: break
        }
        guard update.round == round.revision else { return }
        switch update {
        case .read(_, let fields): self.fields = fields
        case .progressed(_, let fraction): self.fraction = fraction
        case .failed(_, let why): problem = why
        case .counted(let request, let values): (counted, self.values) = (request, values)
        case .crossed(let request, let table): (crossed, cross) = (request, table)
        }
    }
}

/// Count the values of a field.
public struct FacetRequest: Hashable, Sendable {
    public let field: FilterField
    /// The items to count.
    public let revision: Revision
    public let thresholds: Thresholds
    /// What the filter in force asks of other fields, where it asks something of this one: that counts in its place, and
    /// no filter where it is nil.
    var others: FilterExpression??
}
