/// How much the prompts of a sample repeat one another. All of it depends on how many they are: compare samples of one size.
public struct DiversityFigures: Hashable, Sendable {
    /// The prompts that were looked at.
    public var prompts: Int
    /// Their words.
    public var words: Int
    /// For n of 1, 2 and 3, the share of different runs of n words among all (distinct-n, Li et al. 2016): high is diverse. Nil
    /// where there are none.
    public var distinct: [Double?]
    /// For N of 3, 4 and 5, the mean BLEU of a prompt against all others (self-BLEU, Zhu et al. 2018): low is diverse.
    public var selfBLEU: [Double]
    /// Jaccard's index of runs of 5 characters, the mean over all pairs: low is diverse.
    public var overlap: Double

    /// The lengths of the runs behind `distinct`, and the orders behind `selfBLEU`.
    public static let lengths = [1, 2, 3], orders = [3, 4, 5]

    /// The mean of `selfBLEU`.
    public var meanSelfBLEU: Double { selfBLEU.reduce(0, +) / Double(selfBLEU.count) }

    /// - Parameter texts: prompts, in UTF-8.
    /// - Returns: nil of fewer than two.
    /// - Complexity: O(bytes), and O(texts × bytes) for the overlap.
    public init?(_ texts: [[UInt8]]) {
        guard texts.count > 1, let overlap = CharacterOverlap(texts).mean else { return nil }
        let tokens = PromptTokens(texts)
        let grams = NGrams(tokens.sentences, upTo: Self.lengths.count)
        prompts = texts.count
        words = tokens.count
        distinct = Self.lengths.map { grams.distinct($0) }
        selfBLEU = Self.orders.map { order in
            BLEU.againstOthers(tokens, order: order).reduce(0, +) / Double(texts.count)
        }
        self.overlap = overlap
    }
}
