/// The mean of many numbers with a running correction (Neumaier 1974), so that their order hardly matters.
struct RunningMean {
    private let count: Double
    private let scale: Double
    private var sum = 0.0
    private var correction = 0.0

    /// - Parameters:
    ///   - count: how many numbers there will be, from 1.
    ///   - largest: no number is larger in magnitude; where a plain sum would leave the doubles, all are scaled.
    init(count: Int, largest: Double) {
        self.count = Double(count)
        scale = largest > Double.greatestFiniteMagnitude / (2 * Double(count)) ? Double(count) : 1
    }

    @inline(__always)
    mutating func add(_ value: Double) {
        let term = scale == 1 ? value : value / scale
        let next = sum + term
        correction += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }

    var value: Double { (sum + correction) / (count / scale) }
}
