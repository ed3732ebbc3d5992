public import ItemFilter
public import RoundModel

extension RoundFields {
    /// How many items of a population have each pair of values of two fields, bucket by bucket.
    ///
    /// - Returns: nil where one is not of `facetFields`.
    /// - Complexity: O(n) on all cores, with some megabytes for each.
    public func crossTable(
        _ down: FilterField,
        _ across: FilterField,
        of population: Population,
        at thresholds: Thresholds
    ) -> CrossTable? {
        let known = codesNow
        guard let rows = known.first(where: { $0.field == down && !$0.isDropped }),
            let columns = known.first(where: { $0.field == across && !$0.isDropped })
        else { return nil }
        let width = 3 * 256
        let parts = ParallelScan.run(over: population.columns) { blocks -> [Int] in
            var table = [Int](repeating: 0, count: 256 * width)
            for number in blocks {
                guard let (own, other) = Self.codes(rows, columns, number, population.columns) else { continue }
                let first = population.columns.firstItem[number]
                population.forEachItem(inBlocks: number..<number + 1) { item, safety, help in
                    let bucket = Int(thresholds.bucket(safety: safety, helpfulness: help).rawValue)
                    table[width * Int(own[item - first]) + 3 * Int(other[item - first]) + bucket] += 1
                }
            }
            return table
        }
        var table = [Int](repeating: 0, count: 256 * width)
        for part in parts { for index in table.indices { table[index] += part[index] } }
        if let judged = population.judged {
            for (item, ruling) in zip(judged.list.items, judged.list.rulings) where population.contains(Int(item)) {
                guard let scores = population.columns.scores(of: Int(item)),
                    let block = population.columns.blockNumber(of: Int(item)),
                    let (own, other) = Self.codes(rows, columns, block, population.columns)
                else { continue }
                let place = Int(item) - population.columns.firstItem[block]
                let cell = width * Int(own[place]) + 3 * Int(other[place])
                table[cell + Int(thresholds.bucket(scores, nil).rawValue)] -= 1
                table[cell + Int(thresholds.bucket(scores, ruling).rawValue)] += 1
            }
        }
        var cells: [CrossTable.Cell] = []
        for row in 0..<256 {
            for column in 0..<256 {
                let cell = width * row + 3 * column
                let counts = BucketCounts(
                    adversarial: table[cell],
                    accepted: table[cell + 1],
                    discarded: table[cell + 2]
                )
                guard counts.total > 0 else { continue }
                cells.append(CrossTable.Cell(down: rows.value(row), across: columns.value(column), counts: counts))
            }
        }
        return CrossTable(cells)
    }

    /// The codes of a block by both fields; nil where it was not read.
    private static func codes(
        _ rows: FieldCodes.Column,
        _ columns: FieldCodes.Column,
        _ block: Int,
        _ all: ScoreColumns
    ) -> ([UInt8], [UInt8])? {
        guard rows.codes.indices.contains(block), columns.codes.indices.contains(block) else { return nil }
        let (own, other) = (rows.codes[block], columns.codes[block])
        let count = all.blocks[block].count
        return own.count == count && other.count == count ? (own, other) : nil
    }
}

extension FieldCodes.Column {
    /// What a code stands for, without counts.
    fileprivate func value(_ code: Int) -> FacetValue {
        guard values.indices.contains(code) else { return FacetValue(value: nil, counts: BucketCounts()) }
        return FacetValue(value: values[code], bin: bins?[code], counts: BucketCounts())
    }
}
