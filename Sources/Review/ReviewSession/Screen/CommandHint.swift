/// Commands in a word or two, for the foot of the screen, which puts their keys in front.
public struct CommandHint: Hashable, Sendable {
    /// The commands whose keys are named.
    public var keys: [Command]
    /// What they do.
    public var title: String
    /// What stands between the keys of several.
    public var separator = ""

    public init(keys: [Command], title: String, separator: String = "") {
        self.keys = keys
        self.title = title
        self.separator = separator
    }

    /// A hint of one command.
    public init(_ command: Command, _ title: String) {
        self.init(keys: [command], title: title)
    }
}
