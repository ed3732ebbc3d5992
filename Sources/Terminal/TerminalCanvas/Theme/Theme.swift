/// How each meaning on the screen looks.
///
/// A theme names roles, never places: two things that mean the same look the same.
public struct Theme: Hashable, Sendable {
    /// The theme's name, as `--theme` takes it.
    public var name: String
    /// The style of each role; a role that is not there is plain.
    public var styles: [ThemeRole: Style]
    /// The styles of the plot from sparse to dense, by the bucket's name, and by `all` where buckets give no colours; one
    /// at least. A bucket that is not there is drawn in the style of its role.
    public var ramps: [String: [Style]]
    /// The styles that tell values of a field, and verdicts, from one another in the plot; `usualCategories` where there
    /// are none.
    public var categories: [Style]

    public init(name: String, styles: [ThemeRole: Style], ramps: [String: [Style]], categories: [Style] = []) {
        self.name = name
        self.styles = styles
        self.ramps = ramps
        self.categories = categories
    }

    /// Seven colours that can be told apart, and read on black and on white.
    public static let usualCategories: [Style] = [32, 166, 35, 133, 136, 30, 131].map {
        Style(foreground: .palette($0))
    }

    /// True where some style has a colour, so that colours can tell things apart.
    public var hasColours: Bool {
        func isColoured(_ style: Style) -> Bool { style.foreground != .standard || style.background != .standard }
        return styles.values.contains(where: isColoured) || ramps.values.contains { $0.contains(where: isColoured) }
    }

    /// The style of a role; plain where the theme names none.
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
    /// The whole screen: its colours take the place of the terminal's own wherever a style names none.
    case ground
    /// The program's name and the titles of panels.
    case title
    /// Ordinary text of a panel.
    case label
    /// Numbers and names that the eye looks for.
    case value
    /// What is there but need not be read: axes, hints, units.
    case muted
    /// Frames of panels.
    case border
    /// The frame of the panel that has the keys.
    case focusBorder
    /// The row under the cursor.
    case selection
    /// The chosen threshold: its row, and its name in the plot.
    case chosen
    /// The line of the chosen threshold in the plot.
    case chosenLine
    /// The other threshold lines.
    case line
    /// The letter, counts and region name of the adversarial bucket.
    case adversarial
    /// Those of the accepted bucket.
    case accepted
    /// Those of the discarded bucket.
    case discarded
    /// The item under the cursor in the plot.
    case cursorItem
    /// Bars of the histograms along the axes.
    case histogram
    /// Names of keys.
    case key
    /// Messages about what was done.
    case message
    /// What to look out for, and why a key did nothing.
    case warning
    /// What went wrong.
    case error
    /// Stands for a character that is not allowed on the screen.
    case token
    /// Text of a round.
    case text
    /// Code in it.
    case code
    /// Section names in the reading pane.
    case heading
}
