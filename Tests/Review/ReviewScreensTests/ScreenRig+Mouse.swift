import RoundModel
import TerminalCanvas
import TestSupport
import Testing

@testable import ReviewScreens
@testable import ReviewSession

extension ScreenRig {
    /// A rig whose mouse is taken.
    static func withMouse(
        _ columns: ScoreColumns = ExampleRound.clustered(items: 2000),
        columns width: Int = 120,
        rows: Int = 36,
        symbols: Symbols = .unicode,
        invalid: [InvalidRow] = []
    ) -> ScreenRig {
        var rig = ScreenRig(columns, columns: width, rows: rows, symbols: symbols, invalid: invalid)
        rig.driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 1))))
        rig.driver.state.mouse = MouseState(isPossible: true, isTaken: true)
        return rig
    }

    /// The mouse over what is on the screen now.
    mutating func mouse(_ kind: MouseEvent.Kind, x: Int, y: Int) {
        _ = canvas()
        switch MouseMap.meaning(of: MouseEvent(kind, x: x, y: y), at: screen.spots, in: driver.state, .standard) {
        case .action(let action): driver.send(action)
        case .key(let key): press(key)
        case nil: break
        }
        layOut()
    }

    mutating func click(x: Int, y: Int) {
        mouse(.press(.left), x: x, y: y)
        mouse(.release, x: x, y: y)
    }

    /// Presses at one cell, moves over some, and releases at the last.
    mutating func drag(_ cells: (x: Int, y: Int)...) {
        guard let first = cells.first, let last = cells.last else { return }
        mouse(.press(.left), x: first.x, y: first.y)
        for cell in cells.dropFirst() { mouse(.drag(.left), x: cell.x, y: cell.y) }
        mouse(.release, x: last.x, y: last.y)
    }

    /// Where a text begins on the screen.
    mutating func place(of text: String) throws -> (x: Int, y: Int) {
        for (y, line) in CanvasText(canvas()).lines.enumerated() {
            guard let start = line.firstRange(of: text)?.lowerBound else { continue }
            return (line.distance(from: line.startIndex, to: start), y)
        }
        let none: (x: Int, y: Int)? = nil
        return try #require(none, "\(text) is not on the screen:\n\(self.text())")
    }

    mutating func click(on text: String) throws {
        let (x, y) = try place(of: text)
        click(x: x, y: y)
    }

    mutating func spots() -> [SpotMap.Spot] {
        _ = canvas()
        return screen.spots.all
    }

    mutating func plot() throws -> PlotSpot {
        _ = canvas()
        return try #require(screen.spots.plot)
    }

    /// A row of the screen within some columns.
    mutating func shown(_ rect: Rect) -> String {
        String(CanvasText(canvas()).lines[rect.y].dropFirst(rect.x).prefix(rect.width))
    }
}
