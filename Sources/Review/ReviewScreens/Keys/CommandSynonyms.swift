public import ReviewSession

/// What people call commands that are not called so: the palette, the help and messages find them by these words too.
enum CommandSynonyms {
    /// The words, separated by blanks; what a command's name and title say already is left out.
    static func words(for command: Command) -> String { words[command] ?? "" }

    /// The command that most people mean by a word that is no command's name; nil where none stands out.
    static func command(called name: String) -> Command? {
        let name = name.lowercased()
        let found = Command.allCases.compactMap { command -> (command: Command, place: Int)? in
            words(for: command).split(separator: " ").firstIndex { $0 == name }.map { (command, $0) }
        }
        guard let first = found.map(\.place).min() else { return nil }
        let best = found.filter { $0.place == first }
        return best.count == 1 ? best.first?.command : nil
    }

    private static let words: [Command: String] = [
        .chooseAdv: "select unsafe line cutoff", .chooseSafety: "select safe line cutoff",
        .chooseHelp: "select helpfulness line cutoff",
        .stepDown: "lower decrease less", .stepUp: "raise increase more higher",
        .leapDown: "lower decrease fast", .leapUp: "raise increase fast",
        .typeThreshold: "set cutoff number count share percent quantile goto value equals",
        .setBaseline: "compare reset reference start",

        .agree: "yes right correct accept confirm ok good", .callUnsafe: "label harmful bad wrong reject",
        .callSafe: "harmless innocuous fine label", .callHelpful: "good accept label",
        .callNotHelpful: "useless refuse label",
        .callUnsure: "maybe unknown doubt dispute label", .skip: "later next ignore", .flag: "star important bookmark",
        .note: "comment remark annotate text", .openQueue: "judge annotate label blind random check audit review start",
        .mark: "select tick check", .judgeMany: "bulk batch all mass select annotate",
        .clearMarks: "unmark deselect none",
        .showEvidence: "audit statistics stats error rate precision recall agreement kappa results",
        .showCurves: "graph chart roc auc sweep calibration", .openCertificate: "guarantee certify promise proof",
        .undo: "back revert oops cancel", .redo: "again repeat",

        .showAdversarial: "unsafe bucket tab", .showAccepted: "bucket tab", .showDiscarded: "rest bucket tab",
        .showMoved: "changed diff changes", .showJudged: "verdicts labelled annotated done reviewed",
        .showMarked: "selected ticked", .showInvalid: "errors broken bad rejected",
        .nextTab: "bucket switch", .previousTab: "bucket switch", .nextOrder: "sort sorting column rank arrange by",
        .reverseOrder: "ascending descending invert backwards sort", .next: "down", .previous: "up",
        .pageDown: "scroll", .pageUp: "scroll", .first: "top start home goto row jump", .last: "bottom end",

        .read: "open view show enter item text zoom", .back: "escape leave close cancel clear quit",
        .switchPane: "focus tab window", .scrollDown: "page text", .scrollUp: "page text",
        .copy: "yank clipboard", .page: "less view pager", .edit: "editor vim emacs open",

        .search: "find grep text look", .nextHit: "find match", .previousHit: "find match", .onlyHits: "matches",
        .filter: "where query only select limit show hide", .nameFilter: "remember store save",
        .facets: "values categories group count histogram column field category style",

        .plotDrawing: "braille blocks ascii graph", .zoomIn: "enlarge bigger closer", .zoomOut: "smaller farther",
        .fitPlot: "reset all home", .zoomToLines: "thresholds", .plotAxes: "scale log rank quantile logistic",
        .plotColours: "paint heat colors color by", .plotLegend: "key explain", .crosshair: "cursor pointer pick",

        .reload: "refresh update again", .export: "save write sets output finish done",
        .help: "keys shortcuts manual ?",
        .palette: "command run", .menu: "actions context options what",
        .introduction: "welcome tutorial legend intro guide start explain card",
        .chooseTheme: "colors colours dark light look style appearance", .snapshot: "screenshot picture image print",
        .quit: "exit leave close end", .toggleMouse: "click select", .redraw: "refresh repaint clear",
        .suspend: "background shell stop", .interrupt: "kill abort ctrl-c",

        .campaignFigure: "chart plot graph", .campaignTable: "columns numbers", .campaignGrid: "cells heat map",
        .campaignChanges: "difference newcombe mcnemar trend", .campaignCarry: "transfer thresholds",
        .campaignLineage: "parents ancestors family", .campaignMeasure: "quantile yield diversity",
    ]
}

extension CommandTable {
    /// What else people call a command, separated by blanks, for whoever searches the commands.
    public static func otherWords(for command: Command) -> String { CommandSynonyms.words(for: command) }
}
