internal import CJSONTree
import CLibrary

/// A JSON value of unknown shape, with its numbers as they were written.
///
///     let tree = try JSONTree(Array(#"{"rewards": [4.50]}"#.utf8))
///     tree["rewards"]?.elements?.first  // .number("4.50")
public enum JSONTree: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number by JSON's grammar, digit for digit; it may be too large for a double.
    case number(String)
    case string(String)
    case array([JSONTree])
    /// Members in their order; a key may stand twice.
    case object([Member])

    /// One key of an object and its value.
    public struct Member: Hashable, Sendable {
        public var key: String
        public var value: JSONTree

        public init(key: String, value: JSONTree) {
            self.key = key
            self.value = value
        }
    }

    /// Why a text is no JSON that can be read.
    public enum Problem: Error, Hashable, Sendable {
        /// It is no JSON; a clause says where the parser gave up.
        case broken(String)
        /// Arrays and objects in one another go deeper than `limit`.
        case tooDeep(limit: Int)
        case outOfMemory

        /// A clause, for a person.
        public var message: String {
            switch self {
            case .broken(let problem): problem
            case .tooDeep(let limit): "lists and objects go deeper than \(limit)"
            case .outOfMemory: "there is no memory to read it"
            }
        }
    }

    /// Reads a text that is one value.
    ///
    /// - Complexity: O(bytes).
    public init(_ text: [UInt8]) throws(Problem) {
        guard let reader = json_tree_create() else { throw .outOfMemory }
        defer { json_tree_destroy(reader) }
        var nodes: UnsafePointer<json_tree_node>?
        var (count, problem) = (0, UnsafePointer<CChar>?.none)
        let code = json_tree_read(reader, text, text.count, &nodes, &count, &problem)
        switch Int(code) {
        case JSON_TREE_FINE: break
        case JSON_TREE_DEEP: throw .tooDeep(limit: JSON_TREE_DEPTH)
        case JSON_TREE_NO_MEMORY: throw .outOfMemory
        default: throw .broken(problem.map { String(cString: $0) } ?? "")
        }
        var rest = UnsafeBufferPointer(start: nodes, count: count)[...]
        self = Self.next(&rest)
    }

    /// The value of a key, of the last where it stands twice, as most readers have it; nil where this is no object or has none.
    public subscript(_ key: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The elements of an array; nil where this is none.
    public var elements: [JSONTree]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The text of a string; nil where this is none.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number that stands here; nil where none does, or one that 64 bits do not hold.
    public var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text)
    }

    /// What this is, in a word or two, for a message.
    public var kindText: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }

    private static func next(_ nodes: inout Slice<UnsafeBufferPointer<json_tree_node>>) -> JSONTree {
        guard let node = nodes.popFirst() else { return .null }
        switch Int(node.kind) {
        case JSON_TREE_FALSE: return .bool(false)
        case JSON_TREE_TRUE: return .bool(true)
        case JSON_TREE_NUMBER: return .number(text(of: node))
        case JSON_TREE_STRING: return .string(text(of: node))
        case JSON_TREE_ARRAY: return .array((0..<node.count).map { _ in next(&nodes) })
        case JSON_TREE_OBJECT:
            return .object(
                (0..<node.count).map { _ in
                    let key = nodes.popFirst().map(text) ?? ""
                    return Member(key: key, value: next(&nodes))
                }
            )
        default: return .null
        }
    }

    private static func text(of node: json_tree_node) -> String {
        let bytes = UnsafeRawBufferPointer(start: node.text, count: node.length)
        return String(decoding: bytes, as: UTF8.self)
    }
}
