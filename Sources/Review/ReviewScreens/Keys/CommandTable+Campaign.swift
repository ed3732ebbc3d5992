import ReviewSession
import TerminalCanvas

extension CommandTable {
    /// The commands of the campaign screen alone.
    static let campaign: [CommandEntry] = [
        entry(.campaignFigure, "the figure: rates by round", .campaign, "1", here),
        entry(.campaignTable, "the table: all figures", .campaign, "2", here),
        entry(.campaignGrid, "the grid: category by style", .campaign, "3", here),
        entry(.campaignChanges, "what changed, in sentences", .campaign, "4", here),
        entry(.campaignCarry, "a round's θ in other rounds", .campaign, "5", here),
        entry(.campaignLineage, "where prompts come from", .campaign, "6", here),
        entry(.campaignNextView, "the next of these", .campaign, [KeyPress(.tab)], here),
        entry(.campaignMeasure, "figure: another measure", .campaign, "m", here),
        entry(.campaignPreviousMeasure, "figure: the measure before", .campaign, "M", here),
        entry(.campaignLaterRound, "a later round of the method", .campaign, "]", here),
        entry(.campaignEarlierRound, "an earlier one", .campaign, "[", here),
        entry(.campaignCompare, "grid: compare with another round", .campaign, "c", here),
        entry(.campaignBroken, "what is still broken", .campaign, "b", here),
        entry(.campaignTarget, "set the target rate", .campaign, "=", here),
        entry(.campaignThresholds, "try other θ in all rounds", .campaign, "t", here),
    ]

    private static let here = KeyScope.screen(.campaign)

    /// The table of the campaign screen: its own commands, those of every screen, and some of the review that mean there what
    /// they mean in a list.
    ///
    /// - Complexity: O(entries).
    public var forCampaigns: CommandTable {
        let own = entries.filter { $0.scope == Self.here }
        let borrowed = Self.borrowed.compactMap { command, title, does -> CommandEntry? in
            guard let entry = entry(of: command) else { return nil }
            return CommandEntry(
                command: command,
                keys: entry.keys,
                title: title,
                scope: Self.here,
                section: .campaign,
                own: CommandNote(does)
            )
        }
        let shared = part([]).entries
        return CommandTable(entries: own + borrowed + shared)
    }

    private static let borrowed: [(Command, String, String)] = [
        (.read, "open the round", "Opens the review of the round; in the grid, of the cell under the cursor."),
        (.next, "down: row or method", "Goes to the row below, or in the figure to the next method."),
        (.previous, "up", "Goes to the row above, or in the figure to the method before."),
        (.stepDown, "left: round or column", "Goes to the round before, or to the column on the left."),
        (.stepUp, "right", "Goes to the round after, or to the column on the right."),
        (.pageDown, "a page down", "Goes on by the rows that are seen."),
        (.pageUp, "a page up", "Goes back by the rows that are seen."),
        (
            .scrollDown, "scroll a page",
            "Goes on by the rows that are seen; in a list to choose from, shows or hides a row."
        ),
        (.scrollUp, "scroll it back", "Goes back by the rows that are seen."),
        (.first, "to the first", "Goes to the first row."),
        (.last, "to the last", "Goes to the last row."),
        (
            .nextOrder, "table: sort by the column",
            "Sorts the table by the column under the cursor; again, the other way round."
        ),
        (.reverseOrder, "table: the order of the campaign", "Shows the rounds in the order in which they are listed."),
        (
            .chooseColumns, "table: choose the columns",
            "Chooses the columns of the table, and says what each of them means."
        ),
        (.back, "back to the figure", "Goes back to the figure."),
        (.reload, "read all rounds again", "Reads the files and reviews of all rounds again."),
    ]
}

extension CommandNotes {
    static let campaign: [Command: CommandNote] = [
        .campaignFigure: CommandNote(
            "Draws the unsafe rate by round, or another measure, with a line for each method."
        ),
        .campaignTable: CommandNote("Shows a row for each round with all its figures."),
        .campaignGrid: CommandNote("Shows the unsafe rate of each category and style in a round, and how it changed."),
        .campaignChanges: CommandNote("Says what changed from each round to the next, and what the same prompts tell."),
        .campaignCarry: CommandNote("Shows what the thresholds of a round come to in all others, three ways."),
        .campaignLineage: CommandNote("Says which rounds the prompts of each round were made from."),
        .campaignNextView: CommandNote("Goes from the figure to the table, the grid, and so on."),
        .campaignMeasure: CommandNote(
            "Draws the next measure on the same axes: accepted share, yield, coverage, diversity, quantiles of either score.",
            with: CommandArgument("a measure", example: "yield")
        ),
        .campaignPreviousMeasure: CommandNote("Draws the measure before."),
        .campaignLaterRound: CommandNote("Goes to the next round of the method.", refused: "at the last"),
        .campaignEarlierRound: CommandNote("Goes to the round before of the method.", refused: "at the first"),
        .campaignCompare: CommandNote(
            "Counts the changes of the grid against another round.",
            refused: "if there is no other round"
        ),
        .campaignBroken: CommandNote(
            "Lists the cells whose lower bound lay above the target in the last rounds, or shows the grid again; from the lineage, "
                + "the families of prompts that come back."
        ),
        .campaignThresholds: CommandNote(
            "Counts all rounds at other thresholds; what is not named stays, and the word own gives back each round's.",
            refused: "if it is neither a threshold with a value nor the word own",
            with: CommandArgument("a threshold with a value", example: "adv 0.4 or own")
        ),
        .campaignTarget: CommandNote(
            "Sets the share of unsafe items that a cell is broken above.",
            refused: "if it does not lie between 0 and 100 %",
            with: CommandArgument("a share", example: "5 %")
        ),
    ]
}
