import DensityPlot
import ReviewSession
import RoundModel
package import TerminalCanvas

/// What was drawn where, for the mouse: made by the drawing itself, so that the two cannot disagree.
public struct SpotMap: Sendable {
    /// What a cell belongs to.
    enum Target: Hashable, Sendable {
        /// Words that name a key: a click does what it does.
        case key(KeyPress)
        /// A row of a list, from 0, with the item that it shows.
        case row(ListTab, Int, UInt32?)
        case list
        case tab(ListTab)
        /// The name of a column, which the list can be sorted by.
        case order(ItemOrder)
        case reading
        case threshold(ThresholdName)
        case plot
        /// Everything within the frame of a dialog; the mouse has no meaning there but for the wheel.
        case dialog(DialogID)
        case dialogRow(DialogID, Int)
        /// A value that a field of a dialog can have.
        case dialogOption(DialogID, DialogField.ID, String)
        /// Something of one screen alone, which knows it by a number.
        case own(Int)
    }

    /// A rectangle of cells with a meaning.
    struct Spot: Hashable, Sendable {
        var rect: Rect
        var target: Target
    }

    /// What was drawn later lies above what was drawn before.
    private(set) var all: [Spot] = []
    /// How the plot's cells become scores; nil where there is no plot.
    var plot: PlotSpot?

    /// How many rows of a dialog that scrolls lie below what is seen; nil where none does.
    var rowsBelow: Int?

    /// The map of a screen without anything.
    public init() {}

    /// The target at a cell; nil for none.
    ///
    /// - Complexity: O(spots).
    func target(x: Int, y: Int) -> Target? { all.last { $0.rect.contains(x: x, y: y) }?.target }

    mutating func add(_ target: Target, _ rect: Rect) {
        if !rect.isEmpty { all.append(Spot(rect: rect, target: target)) }
    }

    /// Notes something of one screen alone by a number.
    package mutating func add(own number: Int, _ rect: Rect) { add(.own(number), rect) }

    /// The number of what a screen has for itself at a cell; nil for none.
    package func own(x: Int, y: Int) -> Int? {
        if case .own(let number)? = target(x: x, y: y) { number } else { nil }
    }

    /// Takes away what can no longer be seen, or not whole.
    mutating func remove(in rect: Rect) {
        all.removeAll { spot in
            let isBeside = spot.rect.maxX <= rect.x || spot.rect.x >= rect.maxX
            return !isBeside && spot.rect.maxY > rect.y && spot.rect.y < rect.maxY
        }
    }

    /// Takes away all that lies under a dialog: the keys that are named around it stay.
    mutating func cover() {
        plot = nil
        all.removeAll { if case .key = $0.target { false } else { true } }
    }
}

/// The plot as the mouse knows it.
struct PlotSpot: Sendable {
    var layout: PlotLayout
    var thresholds: Thresholds
    var chosen: ThresholdName
    var labels: [PlotLabels.Label]

    /// The line that a button at a cell takes, how far it stands from there, and whether that is beside its own cells.
    func line(x: Int, y: Int) -> (name: ThresholdName, offset: PlotOffset, isBeside: Bool)? {
        let help = layout.row(of: thresholds.help)
        let names = [chosen] + ThresholdName.allCases.filter { $0 != chosen }
        // A name that stands beside its line is a handle of it.
        for label in labels where label.y == y && x >= label.x && x < label.x + label.width {
            guard case .line(let name) = label.subject else { continue }
            if name == .help { return help.map { (name, PlotOffset(rows: $0 - y), false) } }
            return layout.column(of: thresholds[name]).map { (name, PlotOffset(columns: $0 - x), false) }
        }
        for reach in 0...1 {
            for name in names {
                if name == .help {
                    if reach == 0, help == y { return (name, PlotOffset(), false) }
                } else if let column = layout.column(of: thresholds[name]), abs(column - x) == reach {
                    return (name, PlotOffset(columns: column - x), reach > 0)
                }
            }
        }
        return nil
    }
}

extension PlotLayout {
    /// The scores that a cell holds; for a cell outside, those of the nearest inside.
    func cell(x: Int, y: Int) -> PlotCell {
        // Terminals have been seen to send any number.
        let (column, row) = (min(max(x, inner.x), inner.maxX) - inner.x, min(max(y, inner.y), inner.maxY) - inner.y)
        return PlotCell(safety: cells.span(ofColumn: column), helpfulness: cells.span(ofRow: row))
    }

    /// The cells between two, both among them; nil where they lie outside.
    func cells(from one: PlotCell, to other: PlotCell) -> Rect? {
        guard let x = column(of: one.middle.safety), let y = row(of: one.middle.helpfulness),
            let endX = column(of: other.middle.safety), let endY = row(of: other.middle.helpfulness)
        else { return nil }
        return Rect(x: min(x, endX), y: min(y, endY), width: abs(endX - x) + 1, height: abs(endY - y) + 1)
    }
}
