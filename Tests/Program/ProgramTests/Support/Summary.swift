import Foundation
import RoundModel
import TestSupport
import Testing

/// What `summary --json` says, as far as tests compare it.
struct Summary {
    let object: [String: Any]

    init(_ bytes: [UInt8]) throws {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        object = try #require(value as? [String: Any])
    }

    /// Runs `redsieve summary --json`.
    init(of round: String, at thresholds: Thresholds? = nil, _ more: [String] = []) throws {
        let run = try Redsieve.run(["summary", round, "--json"] + (thresholds?.flags ?? []) + more)
        try #require(run.status == 0, "\(run.errorText)")
        try self.init(run.output)
    }

    /// A number by its path: `round.items`.
    func number(_ path: String) -> Double? {
        var value: Any? = object
        for key in path.split(separator: ".") { value = (value as? [String: Any])?[String(key)] }
        return (value as? NSNumber)?.doubleValue ?? (value as? String).flatMap { Double($0) }
    }

    func count(_ path: String) -> Int { number(path).map { Int($0) } ?? -1 }

    /// A text by its path: `round.fields.safety`.
    func text(_ path: String) -> String? {
        var value: Any? = object
        for key in path.split(separator: ".") { value = (value as? [String: Any])?[String(key)] }
        return value as? String
    }

    /// Items in the order adversarial, accepted, discarded.
    var buckets: [Int] { Bucket.allCases.map { count("buckets.\($0.name)") } }
}

extension Thresholds {
    /// As the command line takes them.
    var flags: [String] { ["--theta-adv", "\(adv)", "--theta-safety", "\(safety)", "--theta-help", "\(help)"] }
}
