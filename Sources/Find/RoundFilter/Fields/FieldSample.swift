internal import ItemFilter
internal import RoundFiles
internal import RoundModel

/// The fields of some rows from all over a round: their names, what their values are, and which have few.
struct FieldSample {
    /// Rows that are looked at, in groups.
    static let groups = 32
    static let groupSize = 64
    /// Names that are taken note of: a hostile round could bring millions.
    static let nameLimit = 1000
    /// So few values are told one by one, whatever they are.
    static let valuesPerField = 16
    /// A longer value is nobody's category.
    static let valueLimit = 128

    private struct Seen {
        var path: [UInt8]
        var role: FieldRole?
        var numbers = 0
        var texts = 0
        /// Some of its numbers.
        var some: [Double] = []
        /// How often each value came; nil where there are too many, or one is long.
        var values: [[UInt8]: Int]? = [:]
    }

    private var seen: [Seen] = []
    private var places: [[UInt8]: Int] = [:]
    /// False where there are rows that were not looked at, or names that were not taken note of.
    private(set) var isWhole = true

    /// - Throws: as `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes of some 2,000 rows).
    init(_ round: LoadedRound) throws(RoundFilesError) {
        let reader = round.texts.makeRowReader()
        let columns = round.columns
        if columns.count <= 2 * Self.groups * Self.groupSize {
            for block in columns.blocks where block.count > 0 {
                try reader.open(block)
                for row in 0..<block.count { try reader.visitFields(of: reader.row(row)) { note($0) } }
            }
            return
        }
        isWhole = false
        let groups = Self.groups
        for group in 0..<groups {
            guard let (block, first) = columns.locate(columns.count / groups * group) else { continue }
            let rows = first..<min(block.count, first + Self.groupSize)
            try reader.open(block, rows: rows)
            for row in rows { try reader.visitFields(of: reader.row(row)) { note($0) } }
        }
    }

    private mutating func note(_ field: RowField) {
        let path = field.path
        let at: Int
        if let known = places[path] {
            at = known
        } else {
            guard seen.count < Self.nameLimit else {
                isWhole = false
                return
            }
            at = seen.count
            places[path] = at
            seen.append(Seen(path: path, role: field.role))
        }
        if seen[at].role == nil { seen[at].role = field.role }
        guard !field.isNull else { return }
        if let number = RowField.number(field.value) {
            seen[at].numbers += 1
            if seen[at].some.count < Self.groups * Self.groupSize { seen[at].some.append(number) }
        } else {
            seen[at].texts += 1
        }
        guard seen[at].values != nil else { return }
        if field.value.count > Self.valueLimit {
            seen[at].values = nil
        } else {
            seen[at].values?[Array(field.value), default: 0] += 1
            if let count = seen[at].values?.count, count > FieldCodes.valueLimit { seen[at].values = nil }
        }
    }

    /// What names in a filter can mean.
    func fields(negated: Set<ScoreName>) -> FilterFields {
        FilterFields(
            seen.map { field in
                FilterFields.Entry(
                    path: String(decoding: field.path, as: UTF8.self),
                    role: field.role,
                    kind: field.numbers == 0 && field.texts > 0 ? .text : field.texts == 0 ? .number : .mixed,
                    values: isFew(field) ? values(of: field) : []
                )
            },
            isComplete: isWhole,
            negated: negated
        )
    }

    private func values(of field: Seen) -> [String] {
        (field.values ?? [:]).sorted { ($1.value, $0.key.lexicographicallyPrecedes($1.key) ? 1 : 0) < ($0.value, 0) }
            .prefix(50).map { String(decoding: $0.key, as: UTF8.self) }
    }

    /// The fields of which it is worth to remember every item's value: those with few, the ones with fewest first.
    var codable: [FilterField] {
        let few = seen.filter { isFew($0) && !isBinned($0) }
            .sorted { ($0.values?.count ?? 0) < ($1.values?.count ?? 0) }
        return few.prefix(FieldCodes.columnLimit).map(name(of:))
    }

    /// The fields whose numbers are many, with ranges for these.
    var binned: [(field: FilterField, bins: NumberBins)] {
        seen.filter(isBinned).compactMap { field in NumberBins(of: field.some).map { (name(of: field), $0) } }
    }

    /// By its role where it has one, since shards may call it otherwise.
    private func name(of field: Seen) -> FilterField {
        field.role.map(FilterField.role) ?? .path(String(decoding: field.path, as: UTF8.self))
    }

    /// Nearly all numbers, and more of them than anybody goes through one by one. Categories may be numbered.
    private func isBinned(_ field: Seen) -> Bool {
        guard field.role == nil, field.values.map({ $0.count > Self.valuesPerField }) ?? true else { return false }
        return field.numbers > Self.valuesPerField && 10 * field.numbers >= 9 * (field.numbers + field.texts)
    }

    /// Texts and scores are many by nature, and a field of which the sample's rows nearly all differ will be.
    private func isFew(_ field: Seen) -> Bool {
        switch field.role {
        case .prompt, .response, .parent, .safety, .helpfulness, .id: return false
        case .category, .style, nil: break
        }
        guard let values = field.values, !values.isEmpty else { return false }
        let total = field.numbers + field.texts
        return values.count <= Self.valuesPerField || 4 * values.count <= total
    }
}
