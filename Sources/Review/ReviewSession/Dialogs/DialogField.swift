import RoundModel

/// Something in a dialog that has a value, and can have another.
public struct DialogField: Hashable, Sendable {
    /// The name of a field within its dialog: what a line or a script calls it.
    public typealias ID = String

    /// Its name.
    public let id: ID
    /// What it is called on the screen.
    public let title: String
    /// The value that it has; nil before one was chosen.
    public let value: String?
    /// The values that it can have, in their order; empty where any text may be one.
    public let choices: [String]
    /// True where the first choice follows the last.
    public let isRing: Bool
    /// True where a line may give it other values than the choices.
    let takesOthers: Bool
    /// The choice from which steps are counted up and down, where the value itself is none; nil for the value's own.
    let position: Int?

    public init(
        _ id: ID,
        title: String? = nil,
        value: String?,
        choices: [String] = [],
        isRing: Bool = true,
        takesOthers: Bool = false,
        position: Int? = nil
    ) {
        self.id = id
        self.title = title ?? id
        self.value = value
        self.choices = choices
        self.isRing = isRing
        self.takesOthers = takesOthers
        self.position = position
    }

    /// The choice some steps on; nil where there is none.
    ///
    /// From no choice the first step leads to the nearer end.
    func value(after steps: Int) -> String? {
        guard !choices.isEmpty else { return nil }
        let last = choices.count - 1
        guard let at = position ?? value.flatMap({ choices.firstIndex(of: $0) }) else {
            return choices[steps > 0 ? 0 : last]
        }
        guard isRing else { return choices[min(last, max(0, at + min(max(steps, -choices.count), choices.count)))] }
        return choices[(at + steps % choices.count + choices.count) % choices.count]
    }
}

/// A row of a dialog that can be chosen.
public struct DialogRow: Hashable, Sendable {
    /// What it stands for.
    public let title: String
    /// What stands at its end, such as a count.
    public let detail: String

    public init(_ title: String, detail: String = "") {
        self.title = title
        self.detail = detail
    }
}
