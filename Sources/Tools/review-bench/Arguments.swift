/// What the command line asks for.
struct Arguments {
    /// The parts that can be asked for alone.
    enum Part: String, CaseIterable {
        case counts, lists, plot, frames, verdicts, evidence
    }

    /// Items of the round; from 1.
    var items = 1_000_000
    var seed: UInt64 = 1
    var json = false
    /// Verdicts take their time; what is about them is measured where it is asked for.
    var parts: Set<Part> = Set(Part.allCases).subtracting([.verdicts, .evidence])

    static let usage = """
        usage: review-bench [--items N] [--seed N] [--only PART] [--json]

        Makes a round of N items (1000000) in memory, with scores as make-sample-data --bench writes them, and measures
        what the review does with it: percentiles in milliseconds. Parts: counts, lists, plot, frames,
        and verdicts and evidence, which are measured where they are asked for alone.
        """

    /// What is wrong with a command line, in a few words; help is none.
    struct Problem: Error {
        var message: String
    }

    /// - Returns: nil where help was asked for.
    init?(_ arguments: some Sequence<String>) throws(Problem) {
        var rest = arguments.makeIterator()
        while let option = rest.next() {
            switch option {
            case "--help", "-h": return nil
            case "--json": json = true
            case "--items":
                guard let number = rest.next().flatMap({ Int($0) }), (1...Self.mostItems).contains(number) else {
                    throw Problem(message: "--items takes a whole number from 1 to \(Self.mostItems)")
                }
                items = number
            case "--seed":
                guard let number = rest.next().flatMap({ UInt64($0) }) else {
                    throw Problem(message: "--seed takes a whole number of 0 or more")
                }
                seed = number
            case "--only":
                guard let part = rest.next().flatMap({ Part(rawValue: $0) }) else {
                    let known = Part.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Problem(message: "--only takes one of \(known)")
                }
                parts = [part]
            default: throw Problem(message: "unknown argument '\(option)'")
            }
        }
    }

    /// Items are numbered in 32 bits.
    private static let mostItems = 1_000_000_000
}
