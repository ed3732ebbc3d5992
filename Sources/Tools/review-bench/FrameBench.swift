import Basics
import SampleRounds
import TerminalCanvas

/// Whole frames: from a key to the cells, with everything but the terminal.
enum FrameBench {
    /// - Returns: how long frames took, and how many cells steps of θ changed.
    static func run(_ review: inout BenchReview, seed: UInt64) -> (timings: [Timing], cells: [Int]) {
        var random = SplitMix64(seed: seed)
        let steps: [KeyPress] = [
            KeyPress(.left), KeyPress(.right), KeyPress(.left, .shift), KeyPress(.right, .shift),
        ]
        var first: [Double] = []
        var cells: [Int] = []
        for number in 0..<200 {
            // The three in turn; choosing one is no step.
            if number % 20 == 0, let name = random.pick(["1", "2", "3"] as [Unicode.Scalar]) {
                _ = review.press(.character(name))
            }
            guard let key = random.pick(steps) else { continue }
            let times = review.press(key)
            first.append(times.toFrame)
            cells.append(times.cells)
        }
        // A step of θ, and a zoom with all that follows from it, however the plot is looked at.
        var looks: [Timing] = []
        let names = ["quantile", "logistic", "quantile, by density", "quantile, by verdict"]
        for (name, look) in zip(names, ["A", "A", "AAI", "I"]) {
            for key in look.unicodeScalars { _ = review.press(.character(key)) }
            let thetas = (0..<40).map { review.press(KeyPress($0 % 2 == 0 ? .left : .right)).toFrame }
            let zooms = (0..<24).map { review.press(.character($0 % 8 < 4 ? "z" : "Z")).toLastFrame }
            looks.append(Timing("frame of a θ step, \(name)", seconds: thetas))
            looks.append(Timing("zoom to its last frame, \(name)", seconds: zooms))
        }
        for key in "IIAA".unicodeScalars { _ = review.press(.character(key)) }
        var lists: [Double] = []
        let keys = "adcmoOGgdGa".unicodeScalars.map { KeyPress.character($0) }
        for _ in 0..<4 {
            for key in keys { lists.append(review.press(key).toLastFrame) }
        }
        return (
            [
                Timing("frame of a θ step", seconds: first)
            ] + looks + [
                Timing("frames and list of a list key", seconds: lists)
            ],
            cells
        )
    }
}
