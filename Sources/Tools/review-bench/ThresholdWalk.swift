import Basics
import RoundModel
import SampleRounds

/// Thresholds as a reviewer tries them out: on a grid of hundredths, a step or ten at a time, now and then typed.
struct ThresholdWalk {
    private(set) var now = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
    private(set) var baseline = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// Moves one of the three; every fiftieth time, about, the baseline follows.
    mutating func step() {
        guard let name = random.pick(ThresholdName.allCases) else { return }
        let hundredths: Int
        if random.chance(0.1) {
            hundredths = random.below(101)
        } else {
            let way = random.chance(0.3) ? 10 : 1
            hundredths = Int((now[name] * 100).rounded()) + (random.chance(0.5) ? way : -way)
        }
        now[name] = Double(min(max(hundredths, 0), 100)) / 100
        if random.chance(0.02) { baseline = now }
    }
}
