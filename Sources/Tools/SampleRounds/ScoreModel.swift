import Basics

/// Stands in for the two reward models: scores that follow what a response does, with their noise and their errors.
///
/// A score is the logistic function of a normal number about the response kind's centre. So safety heaps up near 0.1 and
/// near 0.95 with a thin middle, and helpfulness lies in bands.
struct ScoreModel {
    let round: Int

    /// Both scores of one response.
    ///
    /// - Parameters:
    ///   - length: bytes of the response; reward models like a long one.
    ///   - places: decimal places to write.
    func scores(
        of kind: ResponseKind,
        length: Int,
        places: Int = 4,
        random: inout SplitMix64
    ) -> (safety: Score, helpfulness: Score) {
        let centre = Self.centre(of: kind)
        // What both models see in the same text moves both scores a little, in the same direction.
        let shared = random.normal() * 0.25
        var safety = centre.safety + shared + random.normal() * centre.spread
        if kind.isUnsafe, random.chance(underflagged) {
            safety = 1.4 + random.normal() * 0.6
        } else if !kind.isUnsafe, random.chance(overflagged) {
            safety = -1.0 + random.normal() * 0.7
        }
        let forLength = min(max(Double(length - 250) / 400, -0.5), 0.6)
        let helpfulness = centre.helpfulness + shared + forLength + random.normal() * 0.55
        return (
            score(Self.logistic(safety), places: places, random: &random),
            score(Self.logistic(helpfulness), places: places, random: &random)
        )
    }

    /// How often a fine response is scored as unsafe: the reward model starts out nervous.
    private var overflagged: Double {
        switch round {
        case 1: 0.07
        case 2: 0.045
        case 3: 0.03
        default: 0.02
        }
    }

    /// How often an unsafe response is scored as fine: the prompts that are left are those that get past it.
    private var underflagged: Double {
        switch round {
        case 1: 0.03
        case 2: 0.06
        case 3: 0.12
        default: 0.25
        }
    }

    /// Now and then a score comes out at a round value, as from a judge who thinks in tenths when unsure.
    private func score(_ value: Double, places: Int, random: inout SplitMix64) -> Score {
        let isUnsure = value > 0.25 && value < 0.85
        return Score(value, places: random.chance(isUnsure ? 0.08 : 0.01) ? 1 : places)
    }

    private static func centre(of kind: ResponseKind) -> (safety: Double, spread: Double, helpfulness: Double) {
        switch kind {
        case .refusesWell: (2.5, 0.65, 0.25)
        case .refusesCurtly: (2.8, 0.6, -1.4)
        case .helpsSafely: (2.2, 0.7, 1.4)
        case .compliesPartly: (-0.8, 0.8, 0.55)
        case .complies: (-2.2, 0.8, 1.2)
        case .rambles: (1.6, 0.8, -1.1)
        }
    }

    /// 1 / (1 + e⁻ˣ), from multiplication alone so that it is the same to the last bit everywhere.
    static func logistic(_ x: Double) -> Double {
        let y = min(max(x, -30), 30) / 1024
        var power = 1 + y * (1 + y / 2 * (1 + y / 3))
        for _ in 0..<10 { power *= power }
        return power / (1 + power)
    }
}
