import CLibrary

/// The two clocks of a review.
enum Clocks {
    /// Seconds of a clock that nobody can set.
    static var steady: Double {
        let now = time(CLOCK_MONOTONIC)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// Milliseconds since 1970, for people to read.
    static var wall: Int {
        let now = time(CLOCK_REALTIME)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    private static func time(_ clock: clockid_t) -> timespec {
        var now = timespec()
        clock_gettime(clock, &now)
        return now
    }
}
