import Basics
import CLibrary
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

    /// The object that a file of our own holds; nil where there is none.
    init?(file path: String) {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { return nil }
        let file = Descriptor(number)
        var bytes = [UInt8](repeating: 0, count: max(0, Int(lseek(number, 0, SEEK_END))))
        guard let count = bytes.withUnsafeMutableBytes({ file.read(into: $0, at: 0) }), count == bytes.count,
            case .object(let members)? = try? JSONTree(bytes)
        else { return nil }
        self.init(.object(members))
    }
}
