import ItemFilter

extension ReviewState {
    /// Why the last command was not done, as the screen says it: in its message, or in the dialog that is open; nil where
    /// nothing was wrong.
    ///
    /// For callers without a screen, which have to tell a refusal from success.
    public var problem: String? {
        if let message, message.kind == .refusal || message.kind == .failure { return message.text }
        return dialogProblem
    }

    /// What the open dialog says is wrong with what it was given.
    private var dialogProblem: String? {
        switch dialog {
        case .threshold(_, _, let problem): problem
        case .search(let search): search.problem
        case .filter(let filter): filter.problem ?? (filter.isTried ? filter.error?.message : nil)
        case .filterName(let name): name.problem
        case .facets: find.facets.problem
        case .queue(let queue): queue.problem
        case .proof: proof.problem
        case .bulk(let bulk): bulk.problem
        case .bulkCount(let count): count.problem
        case .certificate(let certificate): certificate.problem
        case .export(let export): export.problem
        case .palette(let palette): palette.problem
        case .note, .help, .theme, .confirmQuit, .confirmLoss, nil: nil
        }
    }
}
