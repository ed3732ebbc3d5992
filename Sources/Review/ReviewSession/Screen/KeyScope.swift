/// Where a key has its meaning.
public enum KeyScope: Hashable, Sendable {
    /// Any screen without a dialog.
    case main
    /// One screen without a dialog; its keys go before those of `main`.
    case screen(ScreenID)
    /// The same while the crosshair is shown; its keys go before those of `main`.
    case crosshair
    /// Any dialog.
    case dialog
    /// One dialog; its keys go before those of all.
    case only(DialogID)
    /// Everywhere.
    case everywhere

    /// True for the keys of one dialog alone.
    public var isOneDialog: Bool { if case .only = self { true } else { false } }

    /// True for the keys of one screen alone.
    public var isOneScreen: Bool { if case .screen = self { true } else { false } }

    /// True for the keys of screens without a dialog, where nothing is typed into a line.
    public var isOfScreens: Bool {
        switch self {
        case .main, .screen, .crosshair: true
        case .dialog, .only, .everywhere: false
        }
    }
}

/// The name of a screen whose commands have keys of their own.
public struct ScreenID: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A word, as the manual says it.
    public let name: String

    public init(stringLiteral name: String) { self.name = name }

    /// The rounds of a campaign.
    public static let campaign: ScreenID = "campaign"
}
