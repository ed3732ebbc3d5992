public import Basics
public import ItemFilter
public import RoundFiles
import RoundModel

extension RoundFields {
    /// The longest value that is told whole, in bytes.
    private static var longestValue: Int { 256 }

    /// The values that some fields have in some items; of a long one the beginning.
    ///
    /// - Parameter items: ascending.
    /// - Returns: for each field the items that have a value; of fields that stand twice in a row the first counts.
    /// - Throws: as `RoundTexts.rowBytes`.
    /// - Complexity: O(bytes of the rows).
    public func values(
        of fields: [FilterField],
        in items: [UInt32],
        cancellation: Cancellation = Cancellation()
    ) throws(RoundFilesError) -> [[UInt32: [UInt8]]] {
        let reader = round.texts.makeRowReader()
        var values = [[UInt32: [UInt8]]](repeating: [:], count: fields.count)
        guard !fields.isEmpty else { return values }
        for item in items {
            try cancellation.check()
            let (block, index) = try round.columns.existing(Int(item))
            try reader.open(block, rows: index..<index + 1)
            try reader.visitFields(of: reader.row(index)) { field in
                guard !field.isNull else { return }
                let path = field.path
                for (number, wanted) in fields.enumerated()
                where values[number][item] == nil && wanted.isMet(by: path, roles: field.roles) {
                    values[number][item] = Array(field.value.prefix(Self.longestValue))
                }
            }
        }
        return values
    }

    /// The fields by which errors are told where nobody names others: category and style, as far as the round has
    /// them.
    ///
    /// - Throws: as `fields`.
    /// - Complexity: as that of `fields`.
    public func kindFields() throws(RoundFilesError) -> [FilterField] {
        let fields = try fields()
        return [.role(.category), .role(.style)].filter { fields.entry(of: $0) != nil }
    }
}
