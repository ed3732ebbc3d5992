/// The dialogs, whatever they hold.
public enum DialogKind: Hashable, CaseIterable, Sendable {
    case threshold, search, filter, filterName, facets, note, queue, proof, bulk, bulkCount, certificate, export, help,
        palette, theme, confirmQuit, confirmLoss
}

extension DialogKind {
    /// True for a dialog whose text may be longer than its box.
    public var scrolls: Bool { self == .proof || self == .help || self == .certificate }

    /// True for a dialog without a line of text, where keys of the screen move through rows.
    public var isPanel: Bool {
        switch self {
        case .facets, .queue, .proof, .bulk, .certificate, .theme, .confirmQuit, .confirmLoss: true
        case .threshold, .search, .filter, .filterName, .note, .bulkCount, .export, .help, .palette: false
        }
    }
}

extension Command {
    /// What a key of the dialogs means in a panel: the arrows there move as they do on the screen.
    var inPanel: Command {
        switch self {
        case .nextRow: .next
        case .previousRow: .previous
        case .nextPage: .pageDown
        case .previousPage: .pageUp
        default: self
        }
    }
}

extension Dialog {
    /// Which one it is.
    public var kind: DialogKind {
        switch self {
        case .threshold: .threshold
        case .search: .search
        case .filter: .filter
        case .filterName: .filterName
        case .facets: .facets
        case .note: .note
        case .queue: .queue
        case .proof: .proof
        case .bulk: .bulk
        case .bulkCount: .bulkCount
        case .certificate: .certificate
        case .export: .export
        case .help: .help
        case .palette: .palette
        case .theme: .theme
        case .confirmQuit: .confirmQuit
        case .confirmLoss: .confirmLoss
        }
    }
}
