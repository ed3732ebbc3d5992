import Basics
import DensityPlot
import ReviewSession
import RoundModel
import TOMLKit
import TOMLText

extension Configuration {
    /// Reads a configuration file.
    ///
    /// - Throws: all that keeps it from being used as it stands; nothing in it is passed over.
    public static func read(path: String) throws(ConfigurationProblems) -> Configuration {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(path: path)
        } catch {
            throw ConfigurationProblems(ConfigurationError(error))
        }
        var reader = ConfigurationReader(document: document)
        return try reader.read()
    }

    /// The configuration in a text; an empty one changes nothing.
    ///
    /// - Parameter file: the file's name, for messages.
    public static func parse(_ text: String, file: String) throws(ConfigurationProblems) -> Configuration {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(text, file: file)
        } catch {
            throw ConfigurationProblems(ConfigurationError(error))
        }
        var reader = ConfigurationReader(document: document)
        return try reader.read()
    }
}

/// Turns the tables of a configuration file into a configuration, and goes on where something is wrong: who mends a file wants to
/// know all of it at once.
private struct ConfigurationReader {
    let document: TOMLDocument
    private var problems: [ConfigurationError] = []
    var file: String { document.file }

    init(document: TOMLDocument) { self.document = document }

    static let keys = [
        "theme", "reviewer", "mouse", "introduction", "clipboard", "overlap", "thresholds", "steps", "fields", "plot",
        "keys",
    ]

    mutating func read() throws(ConfigurationProblems) -> Configuration {
        var configuration = Configuration()
        for key in document.table.keys.sorted() {
            do throws(ConfigurationError) {
                try take(key, &configuration)
            } catch {
                problems.append(error)
            }
        }
        if let first = problems.first { throw ConfigurationProblems(first, Array(problems.dropFirst())) }
        return configuration
    }

    private mutating func take(_ key: String, _ configuration: inout Configuration) throws(ConfigurationError) {
        switch key {
        case "theme": configuration.theme = try text(key)
        case "reviewer": configuration.reviewer = try text(key)
        case "mouse": configuration.mouse = try truth(key)
        case "introduction": configuration.introduction = try truth(key)
        case "clipboard": configuration.clipboard = try command(key)
        case "overlap": configuration.overlap = try share(key)
        case "thresholds": configuration.thresholds = try thresholds()
        case "steps": configuration.steps = try steps()
        case "fields": configuration.aliases = try aliases()
        case "plot": try plot(&configuration)
        case "keys":
            let bindings = KeyBindings(document, try inner(key)).table()
            (configuration.table, configuration.notices) = (bindings.table, bindings.notices)
            problems += bindings.problems
        default: throw unknown([key], Self.keys)
        }
    }

    /// Does what it can with each key of a table, and keeps what is wrong with the others.
    private mutating func forEachKey(
        of table: TOMLTable,
        _ take: (_ key: String) throws(ConfigurationError) -> Void
    ) {
        for key in table.keys.sorted() {
            do throws(ConfigurationError) {
                try take(key)
            } catch {
                problems.append(error)
            }
        }
    }

    private func text(_ key: String) throws(ConfigurationError) -> Configuration.Setting<String> {
        guard let text = document.table[key]?.string, !text.isEmpty else {
            throw bad([key], "a text in quotes")
        }
        return Configuration.Setting(value: text, origin: "\(file):\(document.lines.line(of: [key]))")
    }

    private func truth(_ key: String) throws(ConfigurationError) -> Bool {
        guard let isWanted = document.table[key]?.bool else { throw bad([key], "true or false") }
        return isWanted
    }

    private func command(_ key: String) throws(ConfigurationError) -> [String] {
        // A text would need a shell, or be taken apart by guesses.
        guard document.table[key]?.array != nil, let words = texts(document.table[key]), words.first != "",
            !words.contains(where: { $0.utf8.contains(0) })
        else {
            throw bad(
                [key],
                "a list of the command and its arguments, such as [\"xclip\", \"-selection\", \"clipboard\"]"
            )
        }
        return words
    }

    private func share(_ key: String) throws(ConfigurationError) -> Double {
        guard let value = document.table[key]?.double ?? document.table[key]?.int.map(Double.init),
            (0...1).contains(value)
        else { throw bad([key], "a share from 0 to 1, such as 0.1") }
        return value
    }

    private mutating func thresholds() throws(ConfigurationError) -> ThresholdDefaults {
        let numbers = try numbers("thresholds", ["adv", "safety", "help"], "a finite number, such as 0.8 or -3.25") {
            ScoreName.named($0) == .helpfulness ? "help" : $0
        }
        return ThresholdDefaults(adv: numbers["adv"], safety: numbers["safety"], help: numbers["help"])
    }

    private mutating func steps() throws(ConfigurationError) -> [ScoreName: ThresholdStep] {
        let expected = "a step over 0, such as 0.01"
        var steps: [ScoreName: ThresholdStep] = [:]
        for (key, value) in try numbers(
            "steps",
            ScoreName.allCases.map(\.rawValue),
            expected,
            { ScoreName.named($0)?.rawValue ?? $0 }
        ) {
            if let name = ScoreName(rawValue: key), let step = ThresholdStep(value) {
                steps[name] = step
            } else {
                problems.append(bad(["steps", key], expected))
            }
        }
        return steps
    }

    private mutating func numbers(
        _ name: String,
        _ known: [String],
        _ expected: String,
        _ spelt: (String) -> String
    ) throws(ConfigurationError) -> [String: Double] {
        let table = try inner(name)
        var numbers: [String: Double] = [:]
        let reader = self
        forEachKey(of: table) { key throws(ConfigurationError) in
            let meant = spelt(key)
            guard known.contains(meant), numbers[meant] == nil else { throw reader.unknown([name, key], known) }
            guard let value = table[key]?.double ?? table[key]?.int.map(Double.init), value.isFinite else {
                throw reader.bad([name, key], expected)
            }
            numbers[meant] = value
        }
        return numbers
    }

    private mutating func aliases() throws(ConfigurationError) -> [FieldRole: [String]] {
        let table = try inner("fields")
        var aliases: [FieldRole: [String]] = [:]
        let reader = self
        forEachKey(of: table) { key throws(ConfigurationError) in
            guard let role = FieldRole.named(key), aliases[role] == nil else {
                throw reader.unknown(["fields", key], FieldRole.allCases.map(\.rawValue))
            }
            guard let names = texts(table[key]), !names.contains("") else {
                throw reader.bad(
                    ["fields", key],
                    "a list of names or paths, such as [\"toxicity\", \"scores.safety\"]"
                )
            }
            aliases[role] = names
        }
        return aliases
    }

    private mutating func plot(_ configuration: inout Configuration) throws(ConfigurationError) {
        let table = try inner("plot")
        let reader = self
        forEachKey(of: table) { key throws(ConfigurationError) in
            switch key {
            case "axes":
                guard let scale = table[key]?.string.flatMap(AxisScale.init(rawValue:)) else {
                    let known = AxisScale.allCases.map(\.rawValue)
                    let names = known.map { "\"\($0)\"" }.joined(separator: ", ")
                    let hint = table[key]?.string.map { NearestName.hint($0, among: known) } ?? ""
                    throw reader.bad(["plot", key], "one of \(names)\(hint)")
                }
                configuration.scale = scale
            case "colours":
                guard let name = table[key]?.string, !name.isEmpty else {
                    throw reader.bad(
                        ["plot", key],
                        "\"bucket\", \"density\", \"verdict\", or the name of a field in quotes"
                    )
                }
                configuration.colouring = PlotColouring(named: name)
            default: throw reader.unknown(["plot", key], ["axes", "colours"])
            }
        }
    }

    private func inner(_ key: String) throws(ConfigurationError) -> TOMLTable {
        guard let table = document.table[key]?.table else { throw bad([key], "a table: [\(key)]") }
        return table
    }

    private func unknown(_ path: [String], _ known: [String]) -> ConfigurationError {
        .unknownKey(file: file, place: document.lines.place(of: path), key: path.last ?? "", known: known)
    }

    private func bad(_ path: [String], _ expected: String) -> ConfigurationError {
        .badValue(file: file, place: document.lines.place(of: path), key: path.last ?? "", expected: expected)
    }
}

/// One text in quotes, or a list of them; nil for anything else.
func texts(_ value: (any TOMLValueConvertible)?) -> [String]? {
    if let text = value?.string { return [text] }
    guard let list = value?.array else { return nil }
    var texts: [String] = []
    for index in 0..<list.count {
        guard let text = list[index].string else { return nil }
        texts.append(text)
    }
    return texts
}
