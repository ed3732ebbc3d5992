internal import RoundFiles
internal import TrainingGuard

/// Looks at rows one after the other, and notes whose prompts descend from whom; one thread's own.
final class LeakSight {
    /// What is known of the parents of the rows that were looked at.
    private(set) var lineage = Lineage()

    /// Prompts of more bytes need memory that is to be asked for.
    static let longPrompt = 1 << 16

    /// What looking at a long prompt takes, in bytes.
    static func memory(for bytes: Int) -> Int { 64 * bytes }

    private let matcher: GuardedPrompts.Matcher
    private let form = PromptForm()
    private let other = PromptForm()
    private let parents = ParentKeys()
    /// What the prompt leaks whose form is there; nil where it was not compared.
    private var last: FoundLeak??

    init(_ prompts: GuardedPrompts) { matcher = GuardedPrompts.Matcher(prompts) }

    /// What a row's prompt leaks; nil for nothing.
    ///
    /// - Parameters:
    ///   - follows: whether its parent is noted.
    ///   - isWanted: whether the prompt is compared.
    /// - Complexity: O(bytes), and O(bytes of a listed prompt) for each that may be near.
    func look(at row: DecodedRow, follows: Bool, isWanted: Bool) -> FoundLeak? {
        guard follows || isWanted else { return nil }
        if form.take(row.prompt) { last = nil }
        if follows {
            if let parent = row.parent, !parent.isEmpty {
                lineage.add(child: form.key, parent: parents.key(of: parent)) {
                    other.take(parent)
                    return matcher.evaluationMatch(other)
                }
            } else {
                lineage.add(prompt: form.key)
            }
        }
        guard isWanted else { return nil }
        if let last { return last }
        let leak = matcher.leak(of: form)
        last = .some(leak)
        return leak
    }
}
