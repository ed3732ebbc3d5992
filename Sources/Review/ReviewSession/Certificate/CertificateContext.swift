import RoundModel

/// What plans and certificates follow and do not own: handed in where something is done with them.
struct CertificateContext {
    /// The round.
    let round: RoundState
    /// What people said, and the file that keeps it.
    let verdicts: VerdictState
    /// The three lines.
    let thresholds: Thresholds
    /// The form that is open; nil for none.
    let form: CertificateForm?
}

extension ReviewState {
    /// What plans and certificates follow, at this moment; not to be kept, since what is kept is copied when it changes.
    var certificateContext: CertificateContext {
        CertificateContext(
            round: round,
            verdicts: verdicts,
            thresholds: thresholds.now,
            form: (dialog as? CertificateDialog)?.form
        )
    }
}
