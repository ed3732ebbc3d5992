internal import Basics
internal import Foundation
public import ReviewAudit

extension RoundGrid {
    /// The file of the drawn rows.
    static let sampleName = "sample.jsonl"

    /// How the rows were drawn; nil where the grid does not tell.
    public var drawn: WholeRound? {
        guard let seed = UInt64(record.seed), let strata = record.strata, !strata.sizes.isEmpty else { return nil }
        let (rows, columns) = (2 * strata.safety.count + 1, 2 * strata.helpfulness.count + 1)
        guard strata.sizes.allSatisfy({ 0..<rows ~= $0.safety && 0..<columns ~= $0.helpfulness }) else { return nil }
        return WholeRound(
            counts,
            strata: strata.sizes.map {
                WholeRound.Stratum(
                    safety: WholeRound.Span(strip: $0.safety, of: strata.safety),
                    helpfulness: WholeRound.Span(strip: $0.helpfulness, of: strata.helpfulness),
                    below: $0.below
                )
            },
            seed: seed
        )
    }

    /// The path of the drawn rows, which are those that the job wrote.
    ///
    /// - Throws: that they are missing or others.
    /// - Complexity: O(bytes of the rows).
    public func sample(in folder: String) throws(GridProblem) -> String {
        let path = "\(folder)/\(Self.sampleName)"
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw .missing(Self.sampleName)
        }
        var digest = SHA256()
        data.withUnsafeBytes { digest.add($0) }
        guard record.outputs[Self.sampleName]?.sha256 == Hexadecimal.text(digest.bytes) else {
            throw .changed(Self.sampleName)
        }
        return path
    }
}
