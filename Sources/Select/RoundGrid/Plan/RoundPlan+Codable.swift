internal import Basics
internal import Foundation
internal import RoundExport
internal import RoundModel

extension RoundPlan: Codable {
    private enum CodingKeys: String, CodingKey {
        case plan, program, files, fields
        case lowerIsBetter = "lower_is_better"
        case seed, thresholds, grid, discarded
        case gridFiles = "grid_files"
        case verdicts, sha256
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        files = try container.decode([PlannedFile].self, forKey: .files)
        fields = try container.decode(NamedValues<FieldRole, [String]>.self, forKey: .fields)
        lowerIsBetter = try container.decode([ScoreName].self, forKey: .lowerIsBetter)
        guard let seed = UInt64(try container.decode(String.self, forKey: .seed)) else {
            throw DecodingError.dataCorruptedError(forKey: .seed, in: container, debugDescription: "no number")
        }
        self.seed = seed
        thresholds = try container.decodeIfPresent(PlannedThresholds.self, forKey: .thresholds)
        grid = try container.decode(GridSettings.self, forKey: .grid)
        discarded = try container.decodeIfPresent(Bool.self, forKey: .discarded)
        gridFiles = try container.decodeIfPresent([PlannedFile].self, forKey: .gridFiles)
        verdicts = try container.decodeIfPresent([PlannedVerdict].self, forKey: .verdicts)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.version, forKey: .plan)
        try container.encode("\(ProgramVersion.name) \(ProgramVersion.current)", forKey: .program)
        try container.encode(files, forKey: .files)
        try container.encode(fields, forKey: .fields)
        try container.encode(lowerIsBetter, forKey: .lowerIsBetter)
        // As text, since readers of JSON may hold 53 bits only.
        try container.encode("\(seed)", forKey: .seed)
        try container.encodeIfPresent(thresholds, forKey: .thresholds)
        try container.encode(grid, forKey: .grid)
        try container.encodeIfPresent(discarded, forKey: .discarded)
        try container.encodeIfPresent(gridFiles, forKey: .gridFiles)
        try container.encodeIfPresent(verdicts, forKey: .verdicts)
    }

    /// The plan as its file holds it: its last member is the digest of all that stands before it.
    public var bytes: [UInt8] {
        let text = OrderedJSON(encoding: self).bytes(.pretty).dropLast(2)
        return text + Array(",\n  \"sha256\": \"\(Self.digest(of: text))\"\n}\n".utf8)
    }

    /// The digest that the file of a plan ends with.
    public var sha256: String { Self.digest(of: OrderedJSON(encoding: self).bytes(.pretty).dropLast(2)) }

    /// Reads what `bytes` wrote.
    ///
    /// - Throws: why it cannot be used.
    public init(reading text: [UInt8]) throws(PlanProblem) {
        struct Head: Decodable {
            var plan: Int
            var sha256: String?
        }
        guard let head = try? JSONDecoder().decode(Head.self, from: Data(text)) else { throw .noPlan }
        guard head.plan == Self.version else { throw .otherVersion(head.plan) }
        let end = Array(",\n  \"sha256\": \"\(head.sha256 ?? "")\"\n}\n".utf8)
        guard text.count > end.count, text.suffix(end.count).elementsEqual(end),
            Self.digest(of: text.dropLast(end.count)) == head.sha256
        else { throw .changed }
        do {
            self = try JSONDecoder().decode(RoundPlan.self, from: Data(text))
        } catch {
            throw .noPlan
        }
    }

    private static func digest(of text: ArraySlice<UInt8>) -> String {
        var digest = SHA256()
        text.withUnsafeBytes { digest.add($0) }
        return Hexadecimal.text(digest.bytes)
    }
}

/// Why a file is no plan that can be used.
public enum PlanProblem: Error, Hashable, Sendable {
    /// It is something else.
    case noPlan
    /// It is of another version.
    case otherVersion(Int)
    /// Somebody changed it after it was written.
    case changed

    /// What is wrong, as the end of a sentence.
    public var message: String {
        switch self {
        case .noPlan: "not a plan of redsieve"
        case .otherVersion(let version):
            "a plan of version \(version), and this redsieve knows \(RoundPlan.version); make it again with redsieve plan"
        case .changed: "changed after it was written; make it again with redsieve plan"
        }
    }
}
