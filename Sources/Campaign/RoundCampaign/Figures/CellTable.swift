public import AuditStatistics

/// A round's items by category and style, with the unsafe rate of each cell; all intervals hold at once.
public struct CellTable: Hashable, Sendable {
    /// The categories of all rounds of the campaign, ascending by bytes.
    public var categories: [[UInt8]]
    /// The styles, likewise.
    public var styles: [[UInt8]]
    /// The cells with items, category by category.
    public var cells: [Cell]
    /// Items without a category or a style where others have one.
    public var unplaced: Int
    /// How evenly the items lie in all cells of the campaign.
    public var spread: CellSpread
    /// The share of all cells with an unsafe item.
    public var unsafeCoverage: Double

    /// A cell with items.
    public struct Cell: Hashable, Sendable {
        /// Its category's place among `categories`.
        public var category: Int
        /// Its style's place among `styles`.
        public var style: Int
        /// Its unsafe items of all, with an interval at Šidák's level.
        public var unsafe: Estimate
        /// The items.
        public var items: Int { unsafe.labels }
        /// Those below θ adv.
        public var unsafeItems: Int
    }

    /// The cell of a category and a style; nil where it has no items.
    ///
    /// - Complexity: O(log cells).
    public func cell(category: Int, style: Int) -> Cell? {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if (cells[middle].category, cells[middle].style) < (category, style) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < cells.count && cells[low].category == category && cells[low].style == style ? cells[low] : nil
    }

    /// - Parameters:
    ///   - place: how many items are unsafe; those are the first by ascending safety.
    ///   - categories: all that occur in the campaign; a single empty one where none does.
    /// - Returns: nil where no item lies in a cell.
    /// - Complexity: O(n).
    init?(
        _ kept: KeptCells,
        before place: Int,
        categories: [[UInt8]],
        styles: [[UInt8]],
        alpha: Double
    ) throws(AuditError) {
        let counted = kept.counts(before: place)
        let rows = Self.places(kept.categories, categories)
        let columns = Self.places(kept.styles, styles)
        var sizes = [Int](repeating: 0, count: categories.count * styles.count)
        var unsafe = sizes
        var unplaced = 0
        for (number, cell) in kept.cells.enumerated() {
            let row = cell.category >= 0 ? rows[cell.category] : kept.categories.isEmpty ? 0 : nil
            let column = cell.style >= 0 ? columns[cell.style] : kept.styles.isEmpty ? 0 : nil
            guard let row, let column, categories[row].isEmpty == (cell.category < 0) else {
                unplaced += counted.items[number]
                continue
            }
            sizes[row * styles.count + column] += counted.items[number]
            unsafe[row * styles.count + column] += counted.before[number]
        }
        let spread = try CellSpread(sizes)
        guard spread.occupied > 0 else { return nil }
        let each = try SidakLevel.each(of: spread.occupied, alpha: alpha)
        var cells: [Cell] = []
        for place in sizes.indices where sizes[place] > 0 {
            let rate = try Proportion(unsafe[place], of: sizes[place])
            cells.append(
                Cell(
                    category: place / styles.count,
                    style: place % styles.count,
                    unsafe: Estimate(
                        value: rate.value ?? 0,
                        interval: try rate.clopperPearson(alpha: each),
                        level: 1 - alpha,
                        method: .sidakClopperPearson,
                        labels: sizes[place],
                        population: AuditPopulation(.round)
                    ),
                    unsafeItems: unsafe[place]
                )
            )
        }
        self.categories = categories
        self.styles = styles
        self.cells = cells
        self.unplaced = unplaced
        self.spread = spread
        unsafeCoverage = Double(unsafe.count { $0 > 0 }) / Double(sizes.count)
    }

    /// Where some values lie among all.
    private static func places(_ values: [[UInt8]], _ all: [[UInt8]]) -> [Int?] {
        let places = Dictionary(all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return values.map { places[$0] }
    }
}
