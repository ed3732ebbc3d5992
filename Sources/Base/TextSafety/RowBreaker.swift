/// Breaks one line into rows, greedily, glyph by glyph.
///
/// A row is broken at blanks where it can be (the blanks at the break are dropped), before or after a two-column glyph,
/// and inside a word where that is longer than a row. Blanks that begin a line are kept. Further rows of a line may hang: they
/// begin some columns to the right.
struct RowBreaker {
    /// Where a glyph stands: its unit's first byte (or any other count), and its number in the unit.
    struct Place: Hashable, Comparable {
        var offset: Int
        var skip: Int32

        static func < (a: Place, b: Place) -> Bool { (a.offset, a.skip) < (b.offset, b.skip) }
    }

    struct Row: Hashable {
        var start: Place
        var end: Place
        /// Columns before its first glyph.
        var indent: Int32 = 0
        /// True where it may have more columns than there are.
        var isUnwrapped = false
    }

    let width: Int
    /// Columns before the further rows of the line; less than `width`.
    var hang = 0
    /// What the row being filled has before its first glyph.
    private var indent = 0
    private var start: Place
    /// Columns of the row so far.
    private(set) var column = 0
    /// Where the row ends, once it has more blanks behind it than fit.
    private var overflow: Place?
    /// Where the blanks began that the row ends with for now.
    private var blanks: Place?
    private var hasContent = false
    private var wasWide = false
    /// The last place where the row can be broken: its end, the next row's start, and the columns up to there.
    private var chance: (end: Place, next: Place, column: Int)?

    /// - Parameter width: at least 1.
    init(width: Int, start: Place) {
        self.width = width
        self.start = start
    }

    /// - Complexity: O(1).
    @inline(__always)
    mutating func addBlank(width columns: Int, at place: Place) {
        if blanks == nil { blanks = place }
        if overflow == nil, column + columns > width { overflow = hasContent ? blanks : place }
        if overflow == nil { column += columns }
    }

    /// Adds a visible glyph of 1 or 2 columns; a full row goes to `rows`.
    ///
    /// - Parameter staysBehind: whether it does not begin a row because of a single blank before it, as a per cent sign.
    /// - Complexity: O(1).
    @inline(__always)
    mutating func add(width columns: Int, staysBehind: Bool = false, at place: Place, to rows: inout [Row]) {
        if staysBehind, chance != nil, let blank = blanks, blank.offset + 1 == place.offset {
            if overflow != nil { column += 1 }
            (overflow, blanks) = (nil, nil)
        }
        if blanks != nil || columns == 2 || wasWide { noteChance(at: place, to: &rows) }
        if column + columns > width { breakRow(before: place, columns: columns, to: &rows) }
        column += columns
        hasContent = true
        wasWide = columns == 2
    }

    /// Ends the line: what is left is its last row, be it empty.
    mutating func finish(at place: Place, to rows: inout [Row]) {
        rows.append(Row(start: start, end: overflow ?? place, indent: Int32(indent)))
    }

    private mutating func noteChance(at place: Place, to rows: inout [Row]) {
        if let end = overflow {
            rows.append(Row(start: start, end: end, indent: Int32(indent)))
            begin(at: place, columns: 0)
        } else if hasContent, hang == 0 || column > hang {
            // What marks an item stays with its first word.
            chance = (blanks ?? place, place, column)
        }
        blanks = nil
    }

    private mutating func breakRow(before place: Place, columns: Int, to rows: inout [Row]) {
        // A word that further rows have no room for, since they hang, is cut where it is.
        if let chance, hang + column - chance.column <= width {
            rows.append(Row(start: start, end: chance.end, indent: Int32(indent)))
            begin(at: chance.next, columns: column - chance.column)
        }
        // A word longer than a row, or one behind an indentation that leaves it no room.
        if column + columns > width, start < place {
            rows.append(Row(start: start, end: place, indent: Int32(indent)))
            begin(at: place, columns: 0)
        }
    }

    private mutating func begin(at place: Place, columns: Int) {
        start = place
        indent = hang
        column = hang + columns
        overflow = nil
        blanks = nil
        chance = nil
        hasContent = columns > 0
        wasWide = false
    }
}
