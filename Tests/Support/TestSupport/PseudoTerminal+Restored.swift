public import Testing

/// A program has left the terminal, or was stopped: everything is as it was before.
public func expectRestored(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.modes == terminal.modesBefore, sourceLocation: sourceLocation)
    #expect(!terminal.screen.isAlternate, sourceLocation: sourceLocation)
    #expect(terminal.screen.isCursorVisible, sourceLocation: sourceLocation)
    #expect(!terminal.screen.isPasteBracketed, sourceLocation: sourceLocation)
    #expect(!terminal.screen.isKeypadApplication, sourceLocation: sourceLocation)
    #expect(terminal.screen.mouse == .none, sourceLocation: sourceLocation)
}
