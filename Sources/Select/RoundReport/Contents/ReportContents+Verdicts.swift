public import AuditStatistics
public import ReviewAudit
public import RoundModel
internal import TextSafety

extension ReportContents {
    /// Who judged, and when.
    public struct Reviewers: Hashable, Sendable {
        /// Their names with the items that each has judged, those with most of them first.
        public var names: [Name]
        /// When the verdicts were given, in words: "on 27 November 2026"; empty where nobody knows.
        public var days: String

        /// One of them.
        public struct Name: Hashable, Sendable {
            public var name: String
            public var items: Int

            public init(_ name: String, items: Int) {
                self.name = name
                self.items = items
            }
        }

        public init(names: [Name] = [], days: String = "") {
            self.names = names
            self.days = days
        }
    }

    /// How much of a bucket, or of a part of it, is wrong.
    public struct Rate: Hashable, Sendable {
        /// What it is about: a bucket's name, or a kind of items.
        public var name: String
        public var bucket: Bucket
        /// Items that were checked in a sample, from 1.
        public var checked: Int
        /// Of these, the wrong ones.
        public var wrong: Int
        /// Of these, those that nobody could tell; the rate counts them as wrong.
        public var unsure: Int
        /// The share that is wrong; nil where it cannot be told yet.
        public var share: Estimate?
        /// The same as a sentence, as the evidence has it; empty for one that is made of the numbers.
        public var sentence = ""

        public init(_ name: String, _ bucket: Bucket, checked: Int, wrong: Int, unsure: Int = 0, share: Estimate?) {
            self.name = name
            self.bucket = bucket
            self.checked = checked
            self.wrong = wrong
            self.unsure = unsure
            self.share = share
        }
    }

    /// How much of a bucket is wrong by the kinds of its items.
    public struct KindRates: Hashable, Sendable {
        /// The field that tells kinds apart.
        public var field: String
        public var bucket: Bucket
        public var rates: [Rate]

        public init(field: String, bucket: Bucket, rates: [Rate]) {
            self.field = field
            self.bucket = bucket
            self.rates = rates
        }
    }

    /// How far the thresholds' calls and people agree, and people with each other.
    public struct Agreement: Hashable, Sendable {
        /// Blind verdicts: a row for each bucket that the thresholds give, a column for each that people give.
        public var counts: [[Int]] = []
        /// What follows from them for the round.
        public var figures: [Figure] = []
        /// Reviewers in pairs, who judged the same items blind.
        public var pairs: [Figure] = []

        /// A figure with its name.
        public struct Figure: Hashable, Sendable {
            public var name: String
            public var estimate: Estimate
            /// False for one that is no share, such as κ.
            public var isShare: Bool

            public init(_ name: String, _ estimate: Estimate, isShare: Bool) {
                self.name = name
                self.estimate = estimate
                self.isShare = isShare
            }
        }

        public init() {}

        /// True where it says nothing.
        public var isEmpty: Bool { counts.joined().allSatisfy { $0 == 0 } && figures.isEmpty && pairs.isEmpty }
    }

    /// Takes over what the verdicts show.
    ///
    /// - Parameter days: when the verdicts were given, in words.
    public mutating func take(_ report: AuditReport, days: String) {
        audit = report.figures
        let names = report.reviewers.answers
            .sorted { one, other in one.value != other.value ? one.value > other.value : one.key < other.key }
        reviewers = Reviewers(names: names.map { .init($0.key, items: $0.value) }, days: days)
        rates = report.buckets.filter { $0.sampled > 0 }.map { audit in
            var rate = Rate(
                audit.bucket.name,
                audit.bucket,
                checked: audit.sampled,
                wrong: audit.wrong,
                unsure: audit.unsure,
                share: audit.shownRate
            )
            rate.sentence = audit.sentence
            return rate
        }
        kinds = report.kinds.flatMap { kinds in
            kinds.buckets.map { bucket in
                KindRates(
                    field: kinds.field,
                    bucket: bucket.bucket,
                    rates: bucket.cells.map { cell in
                        let unsure = cell.rate.unsure?.labels ?? 0
                        return Rate(
                            cell.kinds.count == 1
                                ? cell.name : "\(DecimalText.grouped(cell.kinds.count)) with few verdicts",
                            bucket.bucket,
                            checked: cell.rate.labels,
                            wrong: cell.wrong,
                            unsure: unsure,
                            share: cell.rate
                        )
                    }
                )
            }
        }
        agreement = Agreement(report)
    }
}

extension ReportContents.Agreement {
    fileprivate init(_ report: AuditReport) {
        let agreement = report.agreement
        counts = agreement.counts
        let figures: [(String, AuditStatistics.Figure, Bool)] = [
            ("calls that people confirm", agreement.accuracy, true),
            ("falsely adversarial", agreement.falselyAdversarial, true),
            ("falsely accepted", agreement.falselyAccepted, true),
            ("Cohen's κ, calls against people", agreement.kappa, false),
            ("AUC of the safety score", agreement.safetyArea, false),
            ("AUC of the helpfulness score", agreement.helpfulnessArea, false),
        ]
        self.figures = figures.compactMap { name, figure, isShare in
            figure.estimate.map { Figure(name, $0, isShare: isShare) }
        }
        if let alpha = report.reviewers.krippendorff.estimate {
            pairs.append(Figure("all reviewers, Krippendorff's α", alpha, isShare: false))
        }
        pairs += report.reviewers.pairs.compactMap { pair in
            pair.kappa.estimate.map {
                Figure("\(ReportText.name(pair.first)) and \(ReportText.name(pair.second)), κ", $0, isShare: false)
            }
        }
    }
}
