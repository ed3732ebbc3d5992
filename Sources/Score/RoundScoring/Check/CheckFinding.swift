/// One thing that was looked at before any row is paid for.
public struct CheckFinding: Hashable, Sendable {
    public var topic: Topic
    public var level: Level
    /// One clause, for a person.
    public var text: String

    public enum Topic: String, CaseIterable, Sendable {
        case answers, model, key, score, activation, batch, beginning, length, direction
    }

    public enum Level: Comparable, Sendable {
        case fine
        /// The run goes on, and somebody should know.
        case note
        /// The run does not begin.
        case wrong
    }

    public init(_ topic: Topic, _ level: Level, _ text: String) {
        self.topic = topic
        self.level = level
        self.text = text
    }
}
