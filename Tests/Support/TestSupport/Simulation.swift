internal import CLibrary
internal import Synchronization

/// Simulations that tests run a little of, and `script/simulate` a lot of.
public enum Simulation {
    /// How often a simulation is repeated: as often as a test can afford, or so many times as often where
    /// `REDSIEVE_SIMULATE` says so.
    public static func runs(_ usual: Int) -> Int { usual * factor }

    private static let factor = max(1, getenv("REDSIEVE_SIMULATE").flatMap { Int(String(cString: $0)) } ?? 1)

    /// What a simulation found of a probability that is promised.
    public struct Finding: Sendable {
        /// Times that what was promised held, of `runs`.
        public var held: Int
        public var runs: Int
        /// The probability that is promised.
        public var promised: Double

        public init(held: Int, of runs: Int, promised: Double) {
            self.held = held
            self.runs = runs
            self.promised = promised
        }

        /// The share of runs in which it held.
        public var share: Double { Double(held) / Double(max(1, runs)) }

        /// True where it held as often as promised, less two standard errors of a simulated probability.
        public var isKept: Bool {
            share >= promised - 2 * (promised * (1 - promised) / Double(max(1, runs))).squareRoot()
        }
    }

    /// Writes a row of the table that `script/simulate` makes, where `REDSIEVE_SIMULATION_TABLE` names its file.
    ///
    /// - Returns: the finding, to be asserted.
    @discardableResult
    public static func note(_ what: String, _ setting: String, _ finding: Finding) -> Finding {
        guard let path = getenv("REDSIEVE_SIMULATION_TABLE").map({ String(cString: $0) }) else { return finding }
        let cells = [
            what, setting, "\(finding.promised)", "\((finding.share * 10_000).rounded() / 10_000)", "\(finding.runs)",
        ]
        let row = cells.joined(separator: "\t") + "\n"
        writing.withLock { _ in
            guard let file = fopen(path, "a") else { return }
            fputs(row, file)
            fclose(file)
        }
        return finding
    }

    /// Tests run beside each other.
    private static let writing = Mutex(())
}
