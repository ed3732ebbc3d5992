import DensityPlot
import ItemFilter
import RoundModel

extension PlotLayer {
    /// The categories of ranges of numbers, the lowest first: neighbours with few items share a colour.
    static func ranges(
        _ bins: NumberBins,
        _ counts: [Int],
        _ codes: [[UInt8]],
        _ request: LayerRequest,
        _ population: Population
    ) -> (categories: [PlotCategory], grid: CategoryGrid) {
        let ranges = Self.ranges(bins, counts)
        let nothing = counts[bins.count...].contains { $0 > 0 }
        var categoryOfCode = [UInt8](repeating: UInt8(ranges.count), count: 256)
        for (category, range) in ranges.enumerated() {
            for code in range { categoryOfCode[code] = UInt8(category) }
        }
        let count = ranges.count + (nothing ? 1 : 0)
        let grid = Self.grid(request, population, codes, categoryOfCode, categories: count)
        var categories = ranges.enumerated().map { category, range in
            let bin = NumberBin(
                number: category,
                low: bins[range.lowerBound].low,
                high: bins[range.upperBound - 1].high
            )
            return PlotCategory(
                letter: Unicode.Scalar(UInt8(ascii: "a") + UInt8(category)),
                name: Array(bin.title.utf8),
                count: grid.totals[category]
            )
        }
        if nothing {
            categories.append(
                PlotCategory(letter: "-", name: Array("none".utf8), count: grid.totals[ranges.count], isNamed: false)
            )
        }
        return (categories, grid)
    }

    /// Runs of bins, so many as there are colours: while there are more, those two neighbours are joined that have the fewest items.
    private static func ranges(_ bins: NumberBins, _ counts: [Int]) -> [Range<Int>] {
        var ranges = (0..<bins.count).map { $0..<$0 + 1 }
        func items(_ range: Range<Int>) -> Int { counts[range].reduce(0, +) }
        while ranges.count > 1 {
            let pairs = ranges.indices.dropLast()
            guard
                let least = pairs.min(by: {
                    items(ranges[$0]) + items(ranges[$0 + 1]) < items(ranges[$1]) + items(ranges[$1 + 1])
                })
            else { break }
            // One without items has no colour to itself.
            let isEmpty = pairs.first { items(ranges[$0]) == 0 || items(ranges[$0 + 1]) == 0 }
            guard let first = isEmpty ?? (ranges.count > mostValues + 1 ? least : nil) else { break }
            ranges[first] = ranges[first].lowerBound..<ranges[first + 1].upperBound
            ranges.remove(at: first + 1)
        }
        return ranges
    }
}
