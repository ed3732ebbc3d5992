public import RoundModel

/// What points at a place of the plot, and the other corner of a region that is chosen with it.
public struct Crosshair: Hashable, Sendable {
    /// Where it is; it stays there while it is not shown.
    public private(set) var point: Scores?
    /// True while it is shown and has the arrow keys.
    public private(set) var isShown = false
    /// The other corner of a region that is being chosen with it; nil for none.
    public private(set) var corner: Scores?

    /// Where it is while it is shown.
    var shownPoint: Scores? { isShown ? point : nil }

    /// Shows it at a place.
    mutating func open(at point: Scores) { (isShown, self.point) = (true, point) }

    /// Moves it to a place.
    mutating func move(to point: Scores) { self.point = point }

    /// Shows it no more; where it was is remembered.
    mutating func close() { (isShown, corner) = (false, nil) }

    /// Sets the corner where it is, or takes it back.
    mutating func toggleCorner() { corner = corner == nil ? point : nil }

    /// Takes the corner back.
    mutating func dropCorner() { corner = nil }
}
