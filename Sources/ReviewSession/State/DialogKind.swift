/// The dialogs, whatever they hold.
public enum DialogKind: Hashable, CaseIterable, Sendable {
    case threshold, search, filter, filterName, facets, note, queue, proof, bulk, certificate, export, help, palette,
        theme, confirmQuit, confirmLoss
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
