import SampleRounds

/// What the command line asks for.
enum Arguments {
    case help
    case sampleData(folder: String, seed: UInt64)
    case bench(items: Int, seed: UInt64, format: BenchRound.Format, path: String)

    static let usage = """
        usage: make-sample-data [--out DIR] [--seed N]
               make-sample-data --bench ITEMS [--seed N] [--format jsonl|csv|short] --out FILE

        Writes the sample rounds into DIR (sample-data), or one large round of ITEMS rows into FILE (- is standard
        output). Rows of the format short are JSON Lines with hardly any text. The same seed gives the same bytes.
        """

    /// What is wrong with a command line.
    enum Problem: Error {
        case unknown(String)
        case noValue(option: String)
        case badValue(option: String, value: String, expected: String)
        case benchWithoutFile
        case formatWithoutBench

        var message: String {
            switch self {
            case .unknown(let argument): "unknown argument '\(argument)'"
            case .noValue(let option): "\(option) needs a value"
            case .badValue(let option, let value, let expected): "\(option) takes \(expected), not '\(value)'"
            case .benchWithoutFile: "--bench needs --out FILE"
            case .formatWithoutBench: "--format goes with --bench"
            }
        }
    }

    init(_ arguments: some Sequence<String>) throws(Problem) {
        var folder: String?
        var seed = SampleData.defaultSeed
        var items: Int?
        var format: BenchRound.Format?
        var rest = arguments.makeIterator()
        while let option = rest.next() {
            if option == "--help" || option == "-h" {
                self = .help
                return
            }
            guard ["--out", "--seed", "--bench", "--format"].contains(option) else { throw .unknown(option) }
            guard let value = rest.next() else { throw .noValue(option: option) }
            switch option {
            case "--out":
                guard !value.isEmpty else { throw .badValue(option: option, value: value, expected: "a path") }
                folder = value
            case "--seed":
                guard let number = UInt64(value) else {
                    throw .badValue(option: option, value: value, expected: "a whole number of 0 or more")
                }
                seed = number
            case "--bench":
                guard let number = Int(value), number > 0 else {
                    throw .badValue(option: option, value: value, expected: "a whole number of 1 or more")
                }
                items = number
            default:
                guard let known = BenchRound.Format(rawValue: value) else {
                    throw .badValue(option: option, value: value, expected: "jsonl, csv or short")
                }
                format = known
            }
        }
        guard let items else {
            guard format == nil else { throw .formatWithoutBench }
            self = .sampleData(folder: folder ?? "sample-data", seed: seed)
            return
        }
        guard let folder else { throw .benchWithoutFile }
        self = .bench(items: items, seed: seed, format: format ?? .jsonl, path: folder)
    }
}
