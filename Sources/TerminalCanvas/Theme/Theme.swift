/// How each meaning on the screen looks.
///
/// A theme names roles, never places: two things that mean the same look the same.
public struct Theme: Hashable, Sendable {
    /// The theme's name, as `--theme` takes it.
    public var name: String
    /// The style of each role; a role that is not there is plain.
    public var styles: [ThemeRole: Style]
    /// For each bucket (by its name) the styles of the plot from sparse to dense; never empty.
    public var ramps: [String: [Style]]

    public init(name: String, styles: [ThemeRole: Style], ramps: [String: [Style]]) {
        self.name = name
        self.styles = styles
        self.ramps = ramps
    }

    public subscript(_ role: ThemeRole) -> Style { styles[role] ?? .plain }

    /// Needs no colour at all: used where no theme file is found and on terminals without colour.
    public static let monochrome = Theme(
        name: "monochrome",
        styles: [
            .title: Style(attributes: .bold),
            .label: .plain,
            .value: Style(attributes: .bold),
            .muted: .plain,
            .selection: Style(attributes: .reverse),
            .chosen: Style(attributes: [.bold, .reverse]),
            .chosenLine: Style(attributes: .bold),
            .focusBorder: Style(attributes: .bold),
            .warning: Style(attributes: .bold),
            .error: Style(attributes: [.bold, .reverse]),
            .token: Style(attributes: .underline),
            .key: Style(attributes: .bold),
            .adversarial: Style(attributes: .bold),
            .accepted: Style(attributes: .bold),
            .discarded: Style(attributes: .bold),
            .cursorItem: Style(attributes: [.bold, .reverse]),
        ],
        ramps: [:]
    )
}

/// The meanings that a theme gives a look to.
public enum ThemeRole: String, CaseIterable, Sendable {
    /// The program's name and the titles of panels.
    case title
    /// Ordinary text of a panel.
    case label
    /// Numbers and names that the eye looks for.
    case value
    /// What is there but need not be read: axes, hints, units.
    case muted
    /// Frames of panels, and of the one that has the keys.
    case border
    case focusBorder
    /// The row under the cursor.
    case selection
    /// The chosen threshold: its number, and its line in the plot.
    case chosen
    case chosenLine
    /// The other threshold lines.
    case line
    /// The letters, counts and region names of the buckets.
    case adversarial
    case accepted
    case discarded
    /// The item under the cursor in the plot.
    case cursorItem
    /// Bars of the histograms along the axes.
    case histogram
    /// Names of keys.
    case key
    /// Messages: what was done, what to look out for, what went wrong.
    case message
    case warning
    case error
    /// Stands for a character that is not allowed on the screen.
    case token
    /// Text of a round.
    case text
    /// Section names in the reading pane.
    case heading
}
