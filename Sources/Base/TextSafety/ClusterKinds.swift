/// Kinds of emoji made of several characters that a terminal draws as one, in two columns.
///
/// Terminals differ in each of them, and one that takes other columns than were counted shifts the rest of its row. So they
/// are drawn only where the terminal was seen to; elsewhere their parts are, with what would join them as a token.
public struct ClusterKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A character that has a picture of its own only with U+FE0F: ❤️.
    public static let styled = ClusterKinds(rawValue: 1)
    /// A skin tone on its base: 👍🏽.
    public static let toned = ClusterKinds(rawValue: 2)
    /// Wide characters joined by U+200D: families, professions.
    public static let joined = ClusterKinds(rawValue: 4)
    /// The same with more bytes than some programs between us and the terminal keep of one character.
    public static let longJoined = ClusterKinds(rawValue: 64)
    /// The same where the first has one column alone: 🏳️‍🌈.
    public static let joinedStyled = ClusterKinds(rawValue: 8)
    /// Two regional indicators: 🇩🇪.
    public static let flags = ClusterKinds(rawValue: 16)
    /// A digit on a key: 1️⃣.
    public static let keycaps = ClusterKinds(rawValue: 32)

    public static let all: ClusterKinds = [
        .styled, .toned, .joined, .longJoined, .joinedStyled, .flags, .keycaps,
    ]

    /// The bytes that tmux keeps of a character; it counts the columns of longer ones as if it drew them whole.
    static let keptBytes = 21

    /// An emoji of each kind that ought to take two columns, by which a terminal is asked.
    public static let probes: [(kind: ClusterKinds, text: String)] = [
        (.styled, "\u{2764}\u{FE0F}"), (.toned, "\u{1F44D}\u{1F3FD}"),
        (.joined, "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"),
        (.longJoined, "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}"),
        (.joinedStyled, "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}"), (.flags, "\u{1F1E9}\u{1F1EA}"),
        (.keycaps, "1\u{FE0F}\u{20E3}"),
    ]
}
