public import DensityPlot
public import ItemFilter
public import RoundModel
import Verdicts

/// Find the categories of the plot's cells.
public struct LayerRequest: Hashable, Sendable {
    /// What is told apart.
    public enum Subject: Hashable, Sendable {
        /// What people said, held against the calls at some thresholds.
        case verdicts(Thresholds)
        /// The values of a field.
        case field(FilterField)
    }

    public let subject: Subject
    /// The items to look at.
    public let revision: Revision
    /// What the cells are pieces of.
    public let axes: PlotAxes
    /// Cells across and up, above 0.
    public let columns: Int
    public let rows: Int

    public init(
        subject: Subject,
        revision: Revision,
        axes: PlotAxes,
        columns: Int,
        rows: Int
    ) {
        (self.subject, self.revision, self.axes) = (subject, revision, axes)
        (self.columns, self.rows) = (columns, rows)
    }
}

/// One meaning of a colour.
public struct PlotCategory: Hashable, Sendable {
    /// Stands for it where colours do not; no two of a layer are the same.
    public let letter: Unicode.Scalar
    /// Its name: the program's words, or bytes from the rows.
    public let name: [UInt8]
    /// The items that have it, in the plot or not.
    public let count: Int
    /// False for what is left over: values beyond the most frequent ones, and items without a value.
    public internal(set) var isNamed = true
}

/// What the colours of the cells mean.
public struct PlotLayer: Hashable, Sendable {
    /// What it answers.
    public let request: LayerRequest
    /// In the order of their colours.
    public let categories: [PlotCategory]
    /// The category of each cell.
    public let grid: CategoryGrid

    /// Values of a field that have a colour of their own.
    public static let mostValues = 6

    // MARK: Verdicts

    /// What people said of items, and where they are.
    public struct Said: Sendable {
        var records: ItemRecords
        var digests: SharedMap<UInt32, ItemDigest>

        /// The items.
        public var count: Int { digests.count }
    }

    /// Categories of verdicts, the rarest as a rule first: in a cell the first one stands over the others.
    private static let verdicts: [(letter: Unicode.Scalar, name: String)] = [
        ("x", "overruled"), ("\u{2260}", "disputed"), ("!", "flagged"), ("t", "unsure"), ("y", "agreed"),
    ]

    /// A layer of what people said.
    ///
    /// - Complexity: O(items with a verdict + cells).
    public init(_ request: LayerRequest, at thresholds: Thresholds, _ said: Said, in population: Population) {
        var items: [(scores: Scores, category: Int)] = []
        for (item, digest) in said.digests where population.contains(Int(item)) {
            guard let record = said.records[digest], !record.isEmpty,
                let scores = population.columns.scores(of: Int(item))
            else { continue }
            if let category = Self.category(record, scores, thresholds) { items.append((scores, category)) }
        }
        let grid = CategoryGrid(
            axes: request.axes,
            columns: request.columns,
            rows: request.rows,
            items,
            categories: Self.verdicts.count
        )
        self.request = request
        self.grid = grid
        categories = zip(Self.verdicts, grid.totals).map {
            PlotCategory(letter: $0.letter, name: Array($0.name.utf8), count: $1)
        }
    }

    private static func category(_ record: ItemRecord, _ scores: Scores, _ thresholds: Thresholds) -> Int? {
        let ruling = record.ruling
        if ruling == .disputed { return 1 }
        if let ruling, thresholds.bucket(scores, ruling) != thresholds.bucket(scores, nil) { return 0 }
        if record.isFlagged { return 2 }
        if ruling != nil { return 4 }
        return record.answers.contains { $0.verdict.answer == .unsure } ? 3 : nil
    }

    // MARK: Fields

    /// A layer of a field's values.
    ///
    /// - Parameters:
    ///   - values: the value of each code, UTF-8; of codes beyond them items have none.
    ///   - codes: the code of each item, block by block.
    ///   - bins: what the codes stand for, where they are ranges of numbers; nil for values.
    /// - Complexity: O(n), shared among the cores.
    public init(
        _ request: LayerRequest,
        values: [[UInt8]],
        codes: [[UInt8]],
        bins: NumberBins? = nil,
        in population: Population
    ) {
        let counts = Self.histogram(codes, population)
        if let bins, bins.count == values.count, bins.count < 256 {
            self.request = request
            (categories, grid) = Self.ranges(bins, counts, codes, request, population)
            return
        }
        let known = values.indices.filter { $0 < 255 && counts[$0] > 0 }.sorted { one, other in
            counts[one] != counts[other]
                ? counts[one] > counts[other] : values[one].lexicographicallyPrecedes(values[other])
        }
        // One value too many takes the place that the rest would.
        let named = known.count <= Self.mostValues + 1 ? known : Array(known.prefix(Self.mostValues))
        let others = known.count > named.count
        let nothing = (values.count..<256).contains { counts[$0] > 0 }
        var categoryOfCode = [UInt8](repeating: UInt8(named.count + (others ? 1 : 0)), count: 256)
        for code in known { categoryOfCode[code] = UInt8(named.count) }
        for (category, code) in named.enumerated() { categoryOfCode[code] = UInt8(category) }
        let count = named.count + (others ? 1 : 0) + (nothing ? 1 : 0)
        let grid = Self.grid(request, population, codes, categoryOfCode, categories: count)
        self.request = request
        self.grid = grid
        var names = named.map { values[$0] }
        var letters = Self.letters(names)
        if others {
            names.append(Array("other".utf8))
            letters.append("+")
        }
        if nothing {
            names.append(Array("none".utf8))
            letters.append("-")
        }
        categories = names.indices.map {
            PlotCategory(letter: letters[$0], name: names[$0], count: grid.totals[$0], isNamed: $0 < named.count)
        }
    }

    /// The items of each category, cell by cell.
    static func grid(
        _ request: LayerRequest,
        _ population: Population,
        _ codes: [[UInt8]],
        _ categoryOfCode: [UInt8],
        categories: Int
    ) -> CategoryGrid {
        CategoryGrid(
            population,
            axes: request.axes,
            columns: request.columns,
            rows: request.rows,
            codes: codes,
            categoryOfCode: categoryOfCode,
            categories: max(1, categories)
        )
    }

    private static func histogram(_ codes: [[UInt8]], _ population: Population) -> [Int] {
        let parts = ParallelScan.run(over: population.columns) { blocks -> [Int] in
            var counts = [Int](repeating: 0, count: 256)
            for number in blocks where number < codes.count {
                let block = codes[number]
                guard block.count == population.columns.blocks[number].count else { continue }
                guard population.members != nil else {
                    for code in block { counts[Int(code)] += 1 }
                    continue
                }
                let first = population.columns.firstItem[number]
                population.forEachItem(inBlocks: number..<number + 1) { item, _, _ in
                    counts[Int(block[item - first])] += 1
                }
            }
            return counts
        }
        return parts.reduce([Int](repeating: 0, count: 256)) { sum, part in zip(sum, part).map { $0 + $1 } }
    }

    /// A letter for each name, one of its own where that is free.
    private static func letters(_ names: [[UInt8]]) -> [Unicode.Scalar] {
        var free = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
        return names.map { name in
            let own = name.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
            let letter = own.first { free.contains($0) } ?? free.min() ?? UInt8(ascii: "?")
            free.remove(letter)
            return Unicode.Scalar(letter)
        }
    }
}
