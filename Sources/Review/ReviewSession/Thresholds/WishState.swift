/// What was wanted of a threshold last, and what that comes to.
struct WishState: Sendable {
    private var asked: WishRequest?
    private var answered: (request: WishRequest, answer: WishAnswer)?

    /// What a wish comes to; nil while that is worked out.
    func answer(to request: WishRequest) -> WishAnswer? {
        answered.flatMap { $0.request == request ? $0.answer : nil }
    }

    /// True where it is to be worked out, and nobody was asked for it yet.
    mutating func wants(_ request: WishRequest) -> Bool {
        guard answered?.request != request, asked != request else { return false }
        asked = request
        return true
    }

    /// Takes over what a wish comes to.
    mutating func take(_ request: WishRequest, _ answer: WishAnswer) { answered = (request, answer) }

    /// Forgets what it was asked, since another wish is open.
    mutating func forget() { self = WishState() }
}
