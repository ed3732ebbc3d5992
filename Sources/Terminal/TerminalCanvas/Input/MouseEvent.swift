/// What the mouse did, in cells. Nothing is told of motion without a button held.
public struct MouseEvent: Hashable, Sendable {
    /// What happened.
    public var kind: Kind
    /// The column from 0 at the left; terminals have been seen to send any number.
    public var x: Int
    /// The row from 0 at the top, likewise.
    public var y: Int
    /// What was held with it. Shift seldom comes: with it terminals select text by themselves.
    public var modifiers: KeyPress.Modifiers

    public init(_ kind: Kind, x: Int, y: Int, _ modifiers: KeyPress.Modifiers = []) {
        self.kind = kind
        self.x = x
        self.y = y
        self.modifiers = modifiers
    }

    /// The ways in which a mouse tells something.
    public enum Kind: Hashable, Sendable {
        case press(Button)
        /// Motion while a button is held.
        case drag(Button)
        /// Not all terminals tell which button.
        case release
        /// The wheel, by a number of notches from 1.
        case wheel(Direction, notches: Int)
    }

    /// The buttons that terminals tell apart.
    public enum Button: Hashable, Sendable {
        case left, middle, right
        /// One of those at the side.
        case other
    }

    /// The way that a wheel is turned or tilted.
    public enum Direction: Hashable, Sendable {
        case up, down, left, right
    }

    /// Both as one event, where nothing is lost by it: of motions the last one counts, notches of the wheel add up.
    ///
    /// - Returns: nil where they are two.
    public func merged(with next: MouseEvent) -> MouseEvent? {
        guard modifiers == next.modifiers else { return nil }
        switch (kind, next.kind) {
        case (.drag(let held), .drag(let holds)) where held == holds: return next
        case (.wheel(let way, let notches), .wheel(let other, let more)) where way == other:
            let (sum, isTooMuch) = notches.addingReportingOverflow(more)
            return MouseEvent(.wheel(way, notches: isTooMuch ? .max : sum), x: next.x, y: next.y, modifiers)
        default: return nil
        }
    }
}
