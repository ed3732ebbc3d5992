public import ReviewSession
import RoundModel
public import TerminalCanvas

/// What the mouse means in a review, given what was drawn.
public enum MouseMap {
    /// Rows that a notch of the wheel scrolls.
    static let rowsPerNotch = 3

    /// - Parameter spots: of the frame that is on the screen.
    /// - Returns: nil where the mouse has no meaning.
    public static func meaning(
        of event: MouseEvent,
        at spots: SpotMap,
        in state: ReviewState,
        _ keys: KeyMap
    ) -> MouseMeaning<Action>? {
        guard state.mouse.isTaken else { return nil }
        if let drag = state.pointer.drag {
            switch event.kind {
            case .drag(.left):
                var offset = PlotOffset()
                if case .line(_, let taken) = drag.kind { offset = taken }
                return spots.plot.map {
                    .action(.mouse(.drag($0.layout.cell(x: event.x + offset.columns, y: event.y + offset.rows))))
                }
            case .release: return .action(.mouse(.release))
            case .drag, .wheel: return nil
            case .press: break
            }
        }
        guard let target = spots.target(x: event.x, y: event.y) else { return nil }
        if let meaning = spots.meaning(of: event, in: state, keys) {
            switch meaning {
            case .action(let action): return .action(.screen(action))
            case .key(let key): return .key(key)
            }
        }
        switch event.kind {
        case .press(.left): return click(target, event, spots, state)
        case .wheel(let way, let notches): return wheel(target, way, notches, event, spots)
        case .press, .drag, .release: return nil
        }
    }

    private static func click(_ target: SpotMap.Target, _ event: MouseEvent, _ spots: SpotMap, _ state: ReviewState)
        -> MouseMeaning<Action>?
    {
        switch target {
        case .row(let tab, let row, let item): return .action(.mouse(.row(tab, row, item)))
        case .tab(let tab): return .action(.mouse(.tab(tab)))
        case .order(let order):
            // Once more turns it round.
            if order == state.list.order { return .action(.command(.reverseOrder)) }
            return .action(.run(.nextOrder, argument: order.name, line: ""))
        case .reading: return .action(.mouse(.reading))
        case .threshold(let name): return .action(.mouse(.choose(name)))
        case .list, .key, .dialog, .dialogRow, .dialogOption, .own: return nil
        case .plot:
            guard let plot = spots.plot else { return nil }
            let cell = plot.layout.cell(x: event.x, y: event.y)
            guard let line = plot.line(x: event.x, y: event.y) else { return .action(.mouse(.press(cell))) }
            let from = plot.layout.cell(x: event.x + line.offset.columns, y: event.y + line.offset.rows)
            // Beside a line the click is meant for what lies there; the way of the line begins at the line.
            return .action(
                .mouse(.grab(line.name, offset: line.offset, isBeside: line.isBeside, line.isBeside ? cell : from))
            )
        }
    }

    private static func wheel(
        _ target: SpotMap.Target,
        _ way: MouseEvent.Direction,
        _ notches: Int,
        _ event: MouseEvent,
        _ spots: SpotMap
    ) -> MouseMeaning<Action>? {
        let notches = min(max(1, notches), 1_000_000)
        let down = way == .down ? notches : -notches
        if case .plot = target, way == .left || way == .right {
            return .action(.mouse(.pan(way == .right ? notches : -notches)))
        }
        guard way == .down || way == .up else { return nil }
        switch target {
        case .row, .list, .tab, .order: return .action(.mouse(.scrollList(down * rowsPerNotch)))
        case .reading: return .action(.mouse(.scrollReading(down * rowsPerNotch)))
        case .threshold(let name): return .action(.mouse(.step(name, -down)))
        case .plot:
            return spots.plot.map { .action(.mouse(.zoom(-down, about: $0.layout.cell(x: event.x, y: event.y)))) }
        case .key, .dialog, .dialogRow, .dialogOption, .own: return nil
        }
    }
}
