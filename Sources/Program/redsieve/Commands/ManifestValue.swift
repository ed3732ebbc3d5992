import Foundation

/// A value of a manifest as it was read, with every number as it stands there.
///
/// `JSONSerialization` is no reader for it: numbers of 17 digits go through a decimal there and lose their last bit, and a
/// threshold that is off by one bit makes another selection.
indirect enum ManifestValue: Codable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case array([ManifestValue])
    case object([String: ManifestValue])

    /// Nil for what is no JSON.
    init?(reading data: Data) {
        guard let value = try? JSONDecoder().decode(ManifestValue.self, from: data) else { return nil }
        self = value
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            // 5.0 is a whole number to a decoder; what has a fraction or is large is none.
            let whole = Int(exactly: value)
            self =
                whole.map { abs($0) < 1 << 53 && !(value == 0 && value.sign == .minus) ? .integer($0) : .number(value) }
                ?? .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let values = try? container.decode([ManifestValue].self) {
            self = .array(values)
        } else {
            self = .object(try container.decode([String: ManifestValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }

    /// The value of a key; nil where this is no object or has none.
    subscript(_ key: String) -> ManifestValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// Nil for what is no string.
    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// Nil for what is no whole number.
    var integer: Int? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    /// Nil for what is no number.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    /// The elements of an array; none of anything else.
    var values: [ManifestValue] {
        guard case .array(let values) = self else { return [] }
        return values
    }

    /// The value as JSON.
    var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map { [UInt8]($0) } ?? [] }
}
