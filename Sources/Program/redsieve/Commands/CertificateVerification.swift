import Basics
import ReviewAudit
import ReviewStore
import RoundExport
import RoundModel
import Verdicts

/// Judges the certificate that a manifest claims: by what the manifest says of the export, and by the verdicts of a review.
struct CertificateVerification {
    /// What speaks against it, the worst first.
    private(set) var problems: [String] = []
    /// What the export is, where nothing speaks against it: `the export is the certified set`.
    private(set) var head = ""
    /// That a review was asked, where nothing speaks against it.
    private(set) var confirmed = ""

    /// - Parameters:
    ///   - manifest: one that claims a certificate.
    ///   - path: the review; nil where none is to be asked.
    /// - Throws: why the review cannot be read.
    init(_ claimed: Result<CertifiedSet, CertificateProblem>, of manifest: Manifest, by path: String?)
        throws(ProgramFailure)
    {
        let certified: CertifiedSet
        do throws(CertificateProblem) {
            certified = try claimed.get()
        } catch {
            problems = ["its certificate cannot be checked: \(error.message)"]
            return
        }
        judge(certified, manifest)
        if let path { try judge(certified, manifest, by: path) }
    }

    // MARK: By the manifest

    private mutating func judge(_ certified: CertifiedSet, _ manifest: Manifest) {
        let (claim, thresholds) = (certified.claim, manifest.selection.thresholds.thresholds)
        let isExported = certified.isExported(at: thresholds)
        var why: String?
        if let passed = claim.thresholds, passed != thresholds {
            why = "certified is \(Self.text(passed)), exported was \(Self.text(thresholds))"
        } else if claim.isCertified, let coverage = certified.coverage, !coverage.isRead {
            why = Self.unread(coverage)
        } else if claim.hasFailed {
            why = "its plan was judged, and nothing is certified"
        }
        if certified.exported, !isExported {
            problems.append(
                "not the certified set, though its manifest says so: \(why ?? "its plan is \(claim.outcome)")"
            )
        } else if let why, !claim.isOlder {
            problems.append("not the certified set: \(why)")
        }
        if isExported, let problem = Self.lines(certified, manifest) { problems.append(problem) }
        if claim.changed > 0 {
            problems.insert(
                "\(Self.verdicts(claim.changed)) of its sample changed after the result (\(claim.outcome)), before the export",
                at: 0
            )
        }
        head = Self.head(certified, isExported: isExported, why)
    }

    private static func head(_ certified: CertifiedSet, isExported: Bool, _ why: String?) -> String {
        let claim = certified.claim
        let history = claim.plansBefore
        var text: String
        if isExported {
            text = "the export is the certified set"
            let brought = certified.coverage?.broughtIn ?? 0
            if brought > 0 {
                text += " and \(DecimalText.counted(brought, "item")) that verdicts brought in, which it does not cover"
            }
        } else {
            text = "not the certified set: \(why ?? "its plan is \(claim.outcome)")"
        }
        if isExported, let promise = claim.promiseOfMisses { text += " (\(promise))" }
        if claim.isOlder { text += " (a certificate of an earlier redsieve, which counts rows)" }
        if let before = history?.text { text += "; \(before)" }
        return history?.isRehearsal == true ? "a rehearsal: \(CertificateHistory.rehearsalText); \(text)" : text
    }

    /// Whether the accepted set has the lines that follow from the certified one and the verdicts.
    private static func lines(_ certified: CertifiedSet, _ manifest: Manifest) -> String? {
        guard certified.claim.misses == nil, let coverage = certified.coverage, let size = certified.claim.size,
            let file = manifest.files.first(where: { $0.name == ExportFileName.accepted.rawValue })
        else { return nil }
        let expected = size - coverage.takenOut + coverage.broughtIn
        guard file.lines != expected else { return nil }
        let found = DecimalText.counted(file.lines, "line")
        return "not the certified set: \(file.name) has \(found), and the certified set with its verdicts "
            + DecimalText.grouped(expected)
    }

    private static func unread(_ coverage: ExportCoverage) -> String {
        let parts = [
            (coverage.broughtInUnread, "brought in"), (coverage.takenOutUnread, "taken out"),
            (coverage.letGoUnread, "taken out of the adversarial set"),
        ].filter { $0.0 > 0 }.map { "\(DecimalText.counted($0, "item")) \($0 == 1 ? "was" : "were") \($1)" }
        return "\(parts.joined(separator: " and ")) by verdicts given at once, which nobody judged one by one and no "
            + "certificate covers"
    }

    private static func text(_ thresholds: Thresholds) -> String {
        ThresholdName.allCases.map { "\($0.title) \(DecimalText.exact(thresholds[$0], atLeast: 2))" }.joined(
            separator: ", "
        )
    }

    private static func verdicts(_ count: Int) -> String { DecimalText.counted(count, "verdict") }

    // MARK: By the verdicts

    private mutating func judge(
        _ certified: CertifiedSet,
        _ manifest: Manifest,
        by path: String
    ) throws(ProgramFailure) {
        let claim = certified.claim
        let all: ReviewRecord
        let then: ReviewRecord
        do throws(ReviewStoreError) {
            let store = try ReviewStore.read(ReviewLocation(path: ProgramPath.absolute(path)))
            all = store.record()
            then = store.record(upTo: manifest.selection.verdicts.entries)
        } catch {
            throw ProgramFailure(status: error.exitStatus, message: error.message)
        }
        let before = claim.check(in: then)
        let refuted = (before.problems + claim.storyProblems(before)).map {
            "the verdicts refute its certificate: \($0)"
        }
        guard refuted.isEmpty else {
            problems = refuted + problems
            return
        }
        let thresholds = manifest.selection.thresholds.thresholds
        if let coverage = certified.coverage, coverage.isRead, manifest.selection.verdicts.notInRound ?? 0 == 0 {
            let found = ExportCoverage(of: then, at: thresholds, misses: claim.misses)
            if !found.isRead { problems.insert("not the certified set: \(Self.unread(found))", at: 0) }
        }
        let now = claim.check(in: all)
        if now.changed > 0, claim.changed == 0 {
            let result = now.first.map { " (\($0))" } ?? ""
            let present = now.now.map { "; the verdicts of now would give: \($0)" } ?? ""
            problems.insert(
                "\(Self.verdicts(now.changed)) of its sample changed after the result\(result)\(present)",
                at: 0
            )
        } else {
            problems = now.problems.map { "verdicts of its certificate have changed since: \($0)" } + problems
        }
        confirmed = "; the verdicts confirm its certificate (\(claim.outcome), \(claim.labels) checked)"
    }
}
