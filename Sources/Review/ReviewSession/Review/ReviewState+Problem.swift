extension ReviewState {
    /// Why the last command was not done, as the screen says it: in its message, or in the dialog that is open; nil where
    /// nothing was wrong.
    ///
    /// For callers without a screen, which have to tell a refusal from success.
    public var problem: String? {
        if let message, message.kind == .refusal || message.kind == .failure { return message.text }
        return dialog?.problem(in: self)
    }
}
