public import Basics
public import ItemFilter
public import RoundFiles
public import RoundModel

extension RoundFields {
    /// Reads what is not remembered yet of the fields with few values, and of those with numbers, which are told by ranges.
    ///
    /// - Parameter onProgress: how far that is, 0 to 1; as in `find`.
    /// - Returns: those fields, by their number for `facet`; a field that turned out to have many is left out.
    /// - Complexity: O(bytes of the round), the first time.
    public func facetFields(
        cancellation: Cancellation = Cancellation(),
        onProgress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws(RoundFilesError) -> [FilterField] {
        let columns = round.columns
        let codes = try fieldCodes()
        let missing = codes.columns.filter { !$0.isDropped }
        let tasks = columns.blocks.indices.filter { block in
            columns.blocks[block].count > 0 && missing.contains { !$0.isDone(block, of: columns) }
        }
        if !tasks.isEmpty {
            try MemoryRoom.require(columns.count * codes.fields.count)
            let pass = FilterPass(
                [],
                tasks.map { FilterPass.Task(block: $0, tests: [], isCoded: true) },
                bits: [],
                scanned: ItemBits(none: columns.count),
                columns: columns,
                onProgress: { onProgress($2) }
            )
            try run(pass, codes, cancellation)
        }
        let places = try fields().entries
        func place(_ field: FilterField) -> Int {
            places.firstIndex { entry in entry.role.map { .role($0) == field } ?? (.path(entry.path) == field) } ?? .max
        }
        return codes.columns.filter { !$0.isDropped && !$0.values.isEmpty }.map(\.field)
            .sorted { place($0) < place($1) }
    }

    /// The values of a field, and for each item, block by block, which of them it has; none for a code beyond them. Of a field
    /// with many numbers, the values are ranges.
    ///
    /// - Returns: nil for a field that is not one of `facetFields`.
    /// - Complexity: O(1).
    public func codes(of field: FilterField) -> (values: [[UInt8]], codes: [[UInt8]], bins: NumberBins?)? {
        codesNow.first { $0.field == field && !$0.isDropped }.map { ($0.values, $0.codes, $0.bins) }
    }

    /// How many items of a population have each value of a field, bucket by bucket, in the order of `FacetValue.sorted`.
    ///
    /// - Returns: nothing for a field that is not one of `facetFields`.
    /// - Complexity: O(n) on all cores.
    public func facet(
        _ field: FilterField,
        of population: Population,
        at thresholds: Thresholds
    ) -> [FacetValue] {
        guard let column = codesNow.first(where: { $0.field == field && !$0.isDropped }) else { return [] }
        let columns = population.columns
        let parts = ParallelScan.run(over: columns) { blocks -> [Int] in
            var table = [Int](repeating: 0, count: 256 * 3)
            for number in blocks where number < column.codes.count {
                let first = columns.firstItem[number]
                let codes = column.codes[number]
                guard codes.count == columns.blocks[number].count else { continue }
                population.forEachItem(inBlocks: number..<number + 1) { item, safety, help in
                    let bucket = thresholds.bucket(safety: safety, helpfulness: help)
                    table[3 * Int(codes[item - first]) + Int(bucket.rawValue)] += 1
                }
            }
            return table
        }
        var table = [Int](repeating: 0, count: 256 * 3)
        for part in parts { for index in table.indices { table[index] += part[index] } }
        if let judged = population.judged {
            for (item, ruling) in zip(judged.list.items, judged.list.rulings) where population.contains(Int(item)) {
                guard let scores = columns.scores(of: Int(item)), let block = columns.blockNumber(of: Int(item)),
                    column.codes.indices.contains(block), column.codes[block].count == columns.blocks[block].count
                else { continue }
                let code = 3 * Int(column.codes[block][Int(item) - columns.firstItem[block]])
                table[code + Int(thresholds.bucket(scores, nil).rawValue)] -= 1
                table[code + Int(thresholds.bucket(scores, ruling).rawValue)] += 1
            }
        }
        let found = (0..<256).compactMap { code -> FacetValue? in
            let counts = BucketCounts(
                adversarial: table[3 * code],
                accepted: table[3 * code + 1],
                discarded: table[3 * code + 2]
            )
            let value = code < column.values.count ? column.values[code] : nil
            guard counts.total > 0, value != nil || code == Int(FieldCodes.nothing) else { return nil }
            return FacetValue(value: value, bin: value == nil ? nil : column.bins?[code], counts: counts)
        }
        return FacetValue.sorted(found)
    }
}
