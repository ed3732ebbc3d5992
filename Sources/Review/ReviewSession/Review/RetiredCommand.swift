/// The id of a command of earlier versions, which configurations and scripts may have still.
public struct RetiredCommand: Hashable, Sendable {
    /// The old id.
    public let id: String
    /// What it has become.
    public let successors: [Command]

    /// All of them.
    public static let all = [
        RetiredCommand(
            id: "export.format",
            successors: [
                .exportFormat, .complete, .toggleBlind, .searchExpression, .nextField, .otherItem, .otherPlan,
                .helpScope,
            ]
        )
    ]

    /// The retired command of an id, or of what is short for it: `format`; nil where there is none.
    public static func named(_ name: String) -> RetiredCommand? {
        all.first { $0.id == name || $0.id.split(separator: ".").last.map(String.init) == name }
    }

    /// What it means in a dialog; the first of its successors where none means anything there.
    public func meaning(in host: some DialogHost) -> Command? {
        successors.first { host.dialog?.action(for: $0, in: host) != nil } ?? successors.first
    }

    /// What to say to whoever uses it: the old id, and the new ones.
    public var message: String {
        let names = successors.map(\.rawValue).joined(separator: ", ")
        return "\(id) is an old name: it is now \(names), one for each dialog"
    }
}
