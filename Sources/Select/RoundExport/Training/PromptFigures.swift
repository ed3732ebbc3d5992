/// How many accepted responses the prompts of a round have, and what was made of that.
public struct PromptFigures: Hashable, Sendable {
    /// How many prompts have so many distinct accepted responses, by that number, from 1; those of `mostTold` and more are one.
    public var sizes: [Int: Int] = [:]
    /// The most that a prompt has, from 0.
    public var largest = 0
    /// Prompts of which several responses are equally the best, so that the first of these was taken.
    public var ties = 0
    /// Distinct accepted pairs, and how many of them are exported.
    public var pairs = 0
    public var exported = 0

    /// Numbers of responses from this on are told together.
    public static let mostTold = 16

    /// Prompts with an accepted response.
    public var prompts: Int { sizes.values.reduce(0, +) }
    /// Distinct accepted pairs that were left out in favour of another one.
    public var leftOut: Int { pairs - exported }

    public init() {}
}
