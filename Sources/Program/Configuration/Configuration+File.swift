import DensityPlot
import ReviewSession
import RoundModel
import TOMLKit
import TOMLText

extension Configuration {
    /// Reads a configuration file.
    ///
    /// - Throws: whatever keeps it from being used as it stands; nothing in it is passed over.
    public static func read(path: String) throws(ConfigurationError) -> Configuration {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(path: path)
        } catch {
            throw ConfigurationError(error)
        }
        return try ConfigurationReader(document: document).read()
    }

    /// The configuration in a text; an empty one changes nothing.
    ///
    /// - Parameter file: the file's name, for messages.
    public static func parse(_ text: String, file: String) throws(ConfigurationError) -> Configuration {
        let document: TOMLDocument
        do throws(TOMLProblem) {
            document = try TOMLDocument(text, file: file)
        } catch {
            throw ConfigurationError(error)
        }
        return try ConfigurationReader(document: document).read()
    }
}

/// Turns the tables of a configuration file into a configuration.
private struct ConfigurationReader {
    let document: TOMLDocument
    var file: String { document.file }

    static let keys = [
        "theme", "reviewer", "mouse", "clipboard", "overlap", "thresholds", "steps", "fields", "plot", "keys",
    ]

    func read() throws(ConfigurationError) -> Configuration {
        var configuration = Configuration()
        let table = document.table
        for key in table.keys.sorted() {
            switch key {
            case "theme": configuration.theme = try text(key)
            case "reviewer": configuration.reviewer = try text(key)
            case "mouse":
                guard let isWanted = table[key]?.bool else { throw bad([key], "true or false") }
                configuration.mouse = isWanted
            case "clipboard": configuration.clipboard = try command(key)
            case "overlap": configuration.overlap = try share(key)
            case "thresholds": configuration.thresholds = try thresholds()
            case "steps": configuration.steps = try steps()
            case "fields": configuration.aliases = try aliases()
            case "plot": try plot(&configuration)
            case "keys":
                (configuration.table, configuration.notices) = try KeyBindings(document, inner(key)).table()
            default: throw .unknownKey(file: file, line: document.lines.line(of: [key]), key: key, known: Self.keys)
            }
        }
        return configuration
    }

    private func text(_ key: String) throws(ConfigurationError) -> Configuration.Setting<String> {
        guard let text = document.table[key]?.string, !text.isEmpty else {
            throw bad([key], "a text in quotes")
        }
        return Configuration.Setting(value: text, origin: "\(file):\(document.lines.line(of: [key]))")
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

    private func thresholds() throws(ConfigurationError) -> ThresholdDefaults {
        let numbers = try numbers("thresholds", ["adv", "safety", "help"], "a finite number, such as 0.8 or -3.25") {
            ScoreName.named($0) == .helpfulness ? "help" : $0
        }
        return ThresholdDefaults(adv: numbers["adv"], safety: numbers["safety"], help: numbers["help"])
    }

    private func steps() throws(ConfigurationError) -> [ScoreName: ThresholdStep] {
        let expected = "a step over 0, such as 0.01"
        var steps: [ScoreName: ThresholdStep] = [:]
        for (key, value) in try numbers(
            "steps",
            ScoreName.allCases.map(\.rawValue),
            expected,
            { ScoreName.named($0)?.rawValue ?? $0 }
        ) {
            guard let name = ScoreName(rawValue: key), let step = ThresholdStep(value) else {
                throw bad(["steps", key], expected)
            }
            steps[name] = step
        }
        return steps
    }

    private func numbers(
        _ name: String,
        _ known: [String],
        _ expected: String,
        _ spelt: (String) -> String
    ) throws(ConfigurationError) -> [String: Double] {
        let table = try inner(name)
        var numbers: [String: Double] = [:]
        for key in table.keys.sorted() {
            let meant = spelt(key)
            guard known.contains(meant), numbers[meant] == nil else { throw unknown([name, key], known) }
            guard let value = table[key]?.double ?? table[key]?.int.map(Double.init), value.isFinite else {
                throw bad([name, key], expected)
            }
            numbers[meant] = value
        }
        return numbers
    }

    private func aliases() throws(ConfigurationError) -> [FieldRole: [String]] {
        let table = try inner("fields")
        var aliases: [FieldRole: [String]] = [:]
        for key in table.keys.sorted() {
            guard let role = FieldRole.named(key), aliases[role] == nil else {
                throw unknown(["fields", key], FieldRole.allCases.map(\.rawValue))
            }
            guard let names = texts(table[key]), !names.contains("") else {
                throw bad(["fields", key], "a list of names or paths, such as [\"toxicity\", \"scores.safety\"]")
            }
            aliases[role] = names
        }
        return aliases
    }

    private func plot(_ configuration: inout Configuration) throws(ConfigurationError) {
        let table = try inner("plot")
        for key in table.keys.sorted() {
            switch key {
            case "axes":
                guard let scale = table[key]?.string.flatMap(AxisScale.init(rawValue:)) else {
                    let known = AxisScale.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                    throw bad(["plot", key], "one of \(known)")
                }
                configuration.scale = scale
            case "colours":
                guard let name = table[key]?.string, !name.isEmpty else {
                    throw bad(["plot", key], "\"bucket\", \"density\", \"verdict\", or the name of a field in quotes")
                }
                configuration.colouring = PlotColouring(named: name)
            default: throw unknown(["plot", key], ["axes", "colours"])
            }
        }
    }

    private func inner(_ key: String) throws(ConfigurationError) -> TOMLTable {
        guard let table = document.table[key]?.table else { throw bad([key], "a table: [\(key)]") }
        return table
    }

    private func unknown(_ path: [String], _ known: [String]) -> ConfigurationError {
        .unknownKey(file: file, line: document.lines.line(of: path), key: path.last ?? "", known: known)
    }

    private func bad(_ path: [String], _ expected: String) -> ConfigurationError {
        .badValue(file: file, line: document.lines.line(of: path), key: path.last ?? "", expected: expected)
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
