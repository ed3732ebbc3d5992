import Basics

/// How long redsieve waits for others, as `REDSIEVE_PATIENCE` says.
enum Patience {
    /// How many times as long as usual, from 0.01 to 1,000; 1 where the variable holds no such number.
    static let factor: Double = {
        let value = EnvironmentVariable.text("REDSIEVE_PATIENCE").flatMap(Double.init) ?? 1
        return (0.01...1000).contains(value) ? value : 1
    }()
}
