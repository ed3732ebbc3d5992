/// Which cell of category and style each item lies in, by ascending safety: 1 or 2 bytes an item.
public struct KeptCells: Sendable {
    /// The categories, ascending by bytes, as they are spelled.
    public let categories: [[UInt8]]
    /// The styles, likewise.
    public let styles: [[UInt8]]
    /// The occupied cells: places among categories and styles, -1 for an item without one.
    let cells: [Place]
    private let codes: Codes

    /// A cell.
    struct Place: Hashable {
        var category: Int
        var style: Int
    }

    private enum Codes {
        case narrow([UInt8])
        case wide([UInt16])
    }

    /// Categories or styles that are told apart at most.
    static let valueLimit = 1000

    /// - Parameter codes: for each item, by ascending safety, the number of its cell.
    init?(categories: [[UInt8]], styles: [[UInt8]], cells: [Place], codes: some Sequence<Int>) {
        guard cells.count <= Int(UInt16.max) else { return nil }
        self.categories = categories
        self.styles = styles
        self.cells = cells
        self.codes =
            cells.count <= 256
            ? .narrow(codes.map { UInt8(truncatingIfNeeded: $0) }) : .wide(codes.map { UInt16(truncatingIfNeeded: $0) })
    }

    /// Category and style of an item by its place among all by ascending safety.
    func cell(atRank rank: Int) -> (category: [UInt8]?, style: [UInt8]?) {
        let code =
            switch codes {
            case .narrow(let codes): Int(codes[rank])
            case .wide(let codes): Int(codes[rank])
            }
        let place = cells[code]
        return (
            place.category < 0 ? nil : categories[place.category], place.style < 0 ? nil : styles[place.style]
        )
    }

    /// The items of each cell, and those of them that are among the first by ascending safety.
    ///
    /// - Complexity: O(n), some milliseconds for ten million.
    func counts(before place: Int) -> (items: [Int], before: [Int]) {
        switch codes {
        case .narrow(let codes): Self.counts(codes, before: place, of: cells.count)
        case .wide(let codes): Self.counts(codes, before: place, of: cells.count)
        }
    }

    private static func counts<Code: FixedWidthInteger>(
        _ codes: [Code],
        before place: Int,
        of cells: Int
    ) -> (items: [Int], before: [Int]) {
        var before = [Int](repeating: 0, count: cells)
        codes.withUnsafeBufferPointer { codes in
            before.withUnsafeMutableBufferPointer { counts in
                for position in 0..<min(place, codes.count) { counts[Int(codes[position])] &+= 1 }
            }
        }
        var items = before
        codes.withUnsafeBufferPointer { codes in
            items.withUnsafeMutableBufferPointer { counts in
                for position in min(place, codes.count)..<codes.count { counts[Int(codes[position])] &+= 1 }
            }
        }
        return (items, before)
    }
}
