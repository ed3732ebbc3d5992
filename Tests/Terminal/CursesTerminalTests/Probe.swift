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
/// - Parameters:
///   - mouse: true for one that takes the mouse.
///   - isPatient: true for one that waits a hundred times as long for the rest of what came in pieces.
func keyProbe(
    environment: [String: String?] = [:],
    columns: Int = 80,
    rows: Int = 24,
    mouse: Bool = false,
    isPatient: Bool = false
) throws -> PseudoTerminal {
    let terminal = try probe(
        (mouse ? ["--mouse"] : []) + (isPatient ? ["--patient"] : []) + ["keys"],
        environment: environment,
        columns: columns,
        rows: rows
    )
    try terminal.waitFor("\(columns)x\(rows)")
    return terminal
}
