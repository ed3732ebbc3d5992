import ReviewSession
import RoundModel

/// One line that the palette offers.
struct PaletteRow {
    var entry: CommandEntry
    /// What the command is done with; nil for nothing.
    var argument: String?
    /// True for what was run before.
    var isHistory = false

    /// What the row stands for, as it can be typed.
    var line: String { entry.command.rawValue + (argument.map { " " + $0 } ?? "") }

    /// The line to go on typing from.
    var filled: String { argument == nil && entry.note.argument != nil ? line + " " : line }
}

/// What the palette offers for what has been typed.
enum PaletteRows {
    /// The best first; with nothing typed what was run before, then all commands of the present screen.
    ///
    /// - Complexity: O(entries × characters typed).
    static func rows(for typed: String, in host: some DialogHost, _ table: CommandTable) -> [PaletteRow] {
        let typed = typed.withoutLeadingBlanks
        let here = table.entries.filter { $0.isMeant(in: host) }
        let history = host.aids.history.compactMap { line -> PaletteRow? in
            guard let (entry, argument) = parse(line, here) else { return nil }
            return PaletteRow(entry: entry, argument: argument, isHistory: true)
        }
        if typed.isEmpty { return history + here.map { PaletteRow(entry: $0) } }
        if let (entry, argument) = parse(typed, here) {
            let rest = argument ?? ""
            let choices = entry.note.argument == nil ? [] : host.choices(for: entry.command)
            let isOpen = typed.unicodeScalars.contains(" ")
            let fitting = ranked(choices) { FuzzyMatch.score(rest, in: $0) }
                .map { PaletteRow(entry: entry, argument: $0) }
            if !isOpen { return [PaletteRow(entry: entry)] + fitting }
            // What is typed whole stands first, else the nearest of the known values.
            let plain = PaletteRow(entry: entry, argument: argument)
            return choices.isEmpty || fitting.isEmpty || rest.isEmpty
                ? [plain] + fitting : fitting
        }
        let earlier = ranked(history) { FuzzyMatch.score(typed, in: $0.line) }
        return earlier.filter { $0.argument != nil }
            + ranked(here) { CommandSearch.score(typed, $0) }.map { PaletteRow(entry: $0) }
    }

    /// A line as a command and its argument; nil where it does not begin with the name of one.
    ///
    /// What is short for a command counts where the command takes an argument and has one: without, it may be meant for
    /// any command that has the letters.
    static func parse(_ line: String, _ entries: [CommandEntry]) -> (CommandEntry, argument: String?)? {
        guard let typed = try? TypedCommand(line), let entry = entries.first(where: { $0.command == typed.command })
        else { return nil }
        let isWhole = line.withoutLeadingBlanks.wordAndRest.word == typed.command.rawValue
        guard isWhole || typed.argument != nil && entry.note.argument != nil else { return nil }
        return (entry, typed.argument)
    }

    /// What fits, the best first; of equals the order stays. What fits less than half as well as the best is left out.
    private static func ranked<Thing>(_ things: [Thing], by score: (Thing) -> Int?) -> [Thing] {
        let scored = things.enumerated().compactMap { place, thing in
            score(thing).map { (score: $0, place: place, thing: thing) }
        }
        let best = scored.map(\.score).max() ?? 0
        return scored.filter { 2 * $0.score >= best }
            .sorted { ($1.score, $0.place) < ($0.score, $1.place) }
            .map(\.thing)
    }
}
