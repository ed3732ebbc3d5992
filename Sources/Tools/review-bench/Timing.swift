import CLibrary

/// How long one kind of work took, each time it was done.
struct Timing {
    /// Names the work in the table and in JSON.
    let name: String
    /// Milliseconds, ascending; one at least.
    let milliseconds: [Double]

    /// Does some work again and again.
    ///
    /// - Parameters:
    ///   - times: how often, from 1.
    ///   - body: does it once; takes the number of the repetition, from 0, and is timed whole.
    init(_ name: String, times: Int, _ body: (Int) -> Void) {
        self.init(
            name,
            seconds: (0..<max(1, times)).map { number in
                let start = Self.now
                body(number)
                return Self.now - start
            }
        )
    }

    /// - Parameter seconds: one at least, in any order.
    init(_ name: String, seconds: [Double]) {
        precondition(!seconds.isEmpty, "nothing was timed")
        self.name = name
        milliseconds = seconds.map { $0 * 1000 }.sorted()
    }

    /// The least time that this share of the repetitions did not exceed; 0 for the shortest, 1 for the longest.
    func percentile(_ share: Double) -> Double {
        let rank = Int((share * Double(milliseconds.count)).rounded(.up)) - 1
        return milliseconds[min(max(0, rank), milliseconds.count - 1)]
    }

    /// Seconds on a clock that only goes forward.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
