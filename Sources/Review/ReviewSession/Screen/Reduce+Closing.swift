extension ReviewState {
    /// Takes note of whether an action closed something that lay on top, as Esc does.
    ///
    /// What workers report, and edits of a line, come between two keys and change nothing about it.
    mutating func noteClosing(_ action: ScreenAction, hadDialog: Bool) {
        switch action {
        case .dialog(_, .cancel): isClosing = hadDialog && dialog == nil
        case .command(.back), .command(.cancel), .command(.crosshairClose), .command(.interrupt):
            isClosing = message?.kind != .refusal
        case .command, .run, .dialog, .heard: isClosing = false
        case .edit, .cameForward, .dismiss, .notice: break
        }
    }
}
