extension FiniteSample {
    /// How surprising the labels are if `broken` items or more of the population are wrong, at every moment while labels
    /// come in: with probability 1 - δ it never falls to δ or below where so many are.
    ///
    /// The prior-posterior ratio of Waudby-Smith and Ramdas (arXiv 2006.04347, section 2) with the prior on one side: all
    /// numbers of wrong items below `broken`, b, are as likely. L(K) being the likelihood of the labels when K items
    /// are wrong, 1/b Σ_{K<b} L(K) divided by the L of the true number is a martingale that begins with 1, and by Ville's
    /// inequality exceeds 1/δ with probability δ at most. The true number is not known but at least b, so the ratio is made
    /// with the K ≥ b that explains the labels best: b itself where they are likeliest below it, and else the value is 1,
    /// since no number below b explains them better. So the value is
    ///
    ///     max_{K≥b} L(K) / (1/b Σ_{K<b} L(K)) = (b (n+1) / (N+1)) P(Hyp(N, b, n) = x) / P(Hyp(N+1, b, n+1) > x),
    ///
    /// as Σ_{K<b} C(K, x) C(N-K, n-x) counts the n+1 of N+1 places whose (x+1)-th is among the first b.
    ///
    /// It falls with every right label and rises with every wrong one, and it falls as `broken` rises: it is
    /// (x+1) h(x+1) / Σ_{j>x} h(j) times P(x | b) / P(x | b-1) for the probabilities h of Hyp(N+1, b, n+1), and both
    /// factors do.
    ///
    /// - Parameter broken: 1 to `population`.
    /// - Complexity: O(√n).
    func oneSidedPValue(_ broken: Int) -> Double {
        guard wrong < broken, likeliest < broken else { return 1 }
        let below = Special.drawAtLeast(wrong + 1, of: checked + 1, counted: broken, population: population + 1)
        let likelihood = Special.drawEqual(wrong, of: checked, counted: broken, population: population)
        let scale = Double(broken) * (Double(checked + 1) / Double(population + 1))
        return min(1, scale * likelihood / below)
    }
}
