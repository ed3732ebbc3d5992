import RoundModel

/// What a queue follows and does not own: handed in where one begins.
struct QueueContext {
    /// What people said.
    let verdicts: VerdictState
    /// The contents of all items; nil where they are not known.
    let content: ContentKeys?
}
