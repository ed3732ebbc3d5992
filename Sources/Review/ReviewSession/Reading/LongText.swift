/// The long text that is read, as a worker broke it into rows.
public struct LongText: Sendable {
    private var broken: ReadingText?
    private var failed: (key: ReadingText.Key, why: String)?
    private var asked = Asked<ReadingText.Key>()

    /// All of a text; nil where that is not here.
    public func text(of key: ReadingText.Key) -> ReadingText? { broken.flatMap { $0.key == key ? $0 : nil } }

    /// Why there is no more of a text than its beginning; nil where the rest is here or on its way.
    public func problem(of key: ReadingText.Key) -> String? { failed.flatMap { $0.key == key ? $0.why : nil } }

    /// True while a worker breaks a text.
    func awaits(_ key: ReadingText.Key) -> Bool { asked.awaits(key) }

    /// True where a text is to be broken by a worker now.
    mutating func wants(_ key: ReadingText.Key) -> Bool {
        text(of: key) == nil && problem(of: key) == nil && asked.ask(key)
    }

    /// Takes over what came of it; of a text that nobody reads any more it takes nothing.
    mutating func take(_ key: ReadingText.Key, _ result: Result<ReadingText, WorkFailure>) {
        guard asked.request == key else { return }
        asked.take(key)
        switch result {
        case .success(let text): (broken, failed) = (text, nil)
        case .failure(let failure): (broken, failed) = (nil, (key, failure.message))
        }
    }

    /// Gives up what nobody reads any more.
    mutating func drop() { self = LongText() }
}
