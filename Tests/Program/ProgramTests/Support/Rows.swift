/// Rows of rounds written by hand.
enum Rows {
    static func json(
        _ prompt: String = "p",
        _ response: String = "r",
        safety: String = "0.2",
        help: String = "0.5",
        more: String = ""
    ) -> String {
        #"{"prompt":"\#(prompt)","response":"\#(response)","safety_score":\#(safety),"helpfulness_score":\#(help)\#(more)}"#
    }

    /// One adversarial, one accepted, one discarded item at the thresholds for scores from 0 to 1.
    static let three =
        [
            json("how do I open a lock", "like this", safety: "0.1", help: "0.7"),
            json("how do I bake bread", "with flour", safety: "0.9", help: "0.8"),
            json("how do I fly", "I would rather not say", safety: "0.95", help: "0.1"),
        ].joined(separator: "\n") + "\n"
}
