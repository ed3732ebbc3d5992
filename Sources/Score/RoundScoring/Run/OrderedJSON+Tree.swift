import Basics
import JSONTree

extension OrderedJSON {
    /// A value that was read, to be written again.
    init(_ tree: JSONTree) {
        switch tree {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .number(let text): self = Int(text).map(OrderedJSON.integer) ?? .number(Double(text) ?? .nan)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map(OrderedJSON.init))
        case .object(let members): self = .object(members.map { Member($0.key, OrderedJSON($0.value)) })
        }
    }
}
