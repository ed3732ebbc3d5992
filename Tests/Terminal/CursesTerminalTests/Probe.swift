import TestSupport

/// The probe program on a terminal of its own.
func probe(
    _ arguments: [String],
    environment: [String: String?] = [:],
    columns: Int = 80,
    rows: Int = 24,
    answers: Bool = false
) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
        BuiltProduct.path("terminal-probe"),
        arguments,
        environment: environment,
        columns: columns,
        rows: rows
    )
    terminal.answers = answers
    return terminal
}

/// The probe that shows keys, with its first picture there.
///
/// - Parameter mouse: true for one that takes the mouse.
func keyProbe(
    environment: [String: String?] = [:],
    columns: Int = 80,
    rows: Int = 24,
    mouse: Bool = false
) throws -> PseudoTerminal {
    let terminal = try probe(
        (mouse ? ["--mouse"] : []) + ["keys"],
        environment: environment,
        columns: columns,
        rows: rows
    )
    try terminal.waitFor("\(columns)x\(rows)")
    return terminal
}
