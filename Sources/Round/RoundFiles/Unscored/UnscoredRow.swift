public import RoundModel

/// One row of a file that is to be scored.
public struct UnscoredRow: Sendable {
    /// How many rows came before it in all files, the broken ones among them.
    public var number: Int
    /// The file, as the user named it.
    public var file: String
    /// The line of the file, from 1, on which it starts.
    public var line: Int
    /// The row as a line of JSON without its line end: its own bytes for JSON Lines. As it stands in the file where it is broken;
    /// empty where it is too long to keep.
    public var bytes: [UInt8]
    /// The row as it stands in the file; nil where that is `bytes`.
    public var source: [UInt8]?
    /// Its texts, or why it has none.
    public var texts: Result<Texts, Problem>

    /// What a reward model reads.
    public struct Texts: Hashable, Sendable {
        public var prompt: [UInt8]
        public var response: [UInt8]
        /// The names of fields that are to be added and are there already.
        public var names: Set<String>
        /// The field that is the list of turns in which both stand; nil where they are fields of their own.
        public var chat: String?

        public init(prompt: [UInt8], response: [UInt8], names: Set<String> = [], chat: String? = nil) {
            self.prompt = prompt
            self.response = response
            self.names = names
            self.chat = chat
        }
    }

    /// Why a row cannot be scored by anybody.
    public struct Problem: Error, Hashable, Sendable {
        public var reason: InvalidRow.Reason

        public init(_ reason: InvalidRow.Reason) { self.reason = reason }
    }
}
