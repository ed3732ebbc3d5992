/// A stratum whose labels are told apart by the rule's present call and by the person's: what precision and recall at
/// other thresholds than the sampling ones are made of.
public struct SelectionStratum: Hashable, Sendable {
    /// The items of the stratum, N_h.
    public let size: Int
    /// Labels of items that the rule takes and the person would.
    public let takenRight: Int
    /// Labels of items that the rule takes and the person would not.
    public let takenWrong: Int
    /// Labels of items that the rule leaves and the person would take.
    public let leftWrong: Int
    /// Labels of items that both leave.
    public let leftRight: Int

    public init(
        size: Int,
        takenRight: Int,
        takenWrong: Int,
        leftWrong: Int,
        leftRight: Int
    ) throws(AuditError) {
        try Check.count(size, .size, within: 0...Check.largestPopulation)
        for count in [takenRight, takenWrong, leftWrong, leftRight] {
            try Check.count(count, .checked, within: 0...size)
        }
        try Check.count(takenRight + takenWrong + leftWrong + leftRight, .checked, within: 0...size)
        self.size = size
        self.takenRight = takenRight
        self.takenWrong = takenWrong
        self.leftWrong = leftWrong
        self.leftRight = leftRight
    }

    /// The labels in it, n_h.
    public var checked: Int { takenRight + takenWrong + leftWrong + leftRight }

    var isCensus: Bool { checked == size }

    /// The items that a label stands for, N_h / n_h; 0 without labels.
    var expansion: Double { checked > 0 ? Double(size) / Double(checked) : 0 }

    /// The estimated items of the stratum that so many of its labels stand for.
    func total(_ labels: Int) -> Double { Double(labels) * expansion }

    /// N² (1 - f) s² / n of a variable that has the given value on each of some labels and is 0 on the rest.
    func variance(_ values: [(labels: Int, value: Double)]) -> Double {
        guard !isCensus, checked > 1 else { return 0 }
        let n = Double(checked)
        let mean = values.reduce(0) { $0 + Double($1.labels) * $1.value } / n
        let rest = checked - values.reduce(0) { $0 + $1.labels }
        let squares = values.reduce(Double(rest) * mean * mean) {
            $0 + Double($1.labels) * ($1.value - mean) * ($1.value - mean)
        }
        return Double(size) * Double(size) * (1 - n / Double(size)) * squares / (n - 1) / n
    }
}
