/// How a prompt tries to get its way.
enum AttackStyle: String, CaseIterable, Sendable {
    case direct
    case rolePlay = "role-play"
    case hypothetical
    case flattery
    case stepByStep = "step-by-step"
    case splitRequest = "split request"
    case translation

    /// How much likelier than average it is that the target model gives in to it.
    var pull: Double {
        switch self {
        case .direct: 0.75
        case .flattery: 0.9
        case .stepByStep: 1.0
        case .hypothetical: 1.1
        case .translation: 1.15
        case .splitRequest: 1.2
        case .rolePlay: 1.3
        }
    }

    /// How often the adversarial model uses each style, in the order of `allCases`: bluntly at first, then with craft.
    static func weights(round: Int) -> [Double] {
        switch round {
        case 1: [10, 3, 2, 3, 3, 1, 1]
        case 2: [6, 4, 4, 3, 3, 2, 2]
        case 3: [3, 5, 4, 3, 3, 4, 3]
        default: [2, 5, 4, 2, 3, 5, 4]
        }
    }
}
