public import AuditStatistics
public import RoundModel

extension EstimationQueue {
    /// Orders the distinct contents of a bucket: each once, by the number of its content, with the first item of the bucket that
    /// has it.
    ///
    /// What is exported of a bucket holds each content once, so a rate of it is one of contents and not of rows.
    /// - Parameters:
    ///   - keys: those of the same columns.
    ///   - limit: contents that are wanted at least, from 0, where the bucket has as many.
    ///   - design: how they are drawn more densely near the lines; nil for a simple sample.
    /// - Complexity: O(n) shared among the cores, and O(`limit` log `limit`).
    public init(
        distinct bucket: Bucket,
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64,
        limit: Int,
        design: SampleDesign? = nil
    ) {
        let contents = DistinctContents(columns, keys)
        let runs = ParallelScan.run(over: columns) { blocks in
            var run = (smallest: Smallest<Drawn>(limit: limit), size: 0, rows: 0, near: 0)
            var copies = CopyCursor(keys, from: columns.firstItem[blocks.lowerBound])
            Population(columns).forEachItem(inBlocks: blocks) { item, safety, help in
                let previous = copies.previous(of: item)
                guard thresholds.bucket(safety: safety, helpfulness: help) == bucket else { return }
                run.rows += 1
                if previous != nil, contents.isAny(upTo: previous, in: bucket, at: thresholds) { return }
                run.size += 1
                let number = Self.number(ofContent: keys[item] ?? 0, seed: seed)
                guard let design else {
                    run.smallest.offer(Drawn(number: number, item: UInt32(item)))
                    return
                }
                if design.isNear(safety: safety, helpfulness: help, at: thresholds) { run.near += 1 }
                let scores = Scores(safety: safety, helpfulness: help)
                let place = design.place(of: number.value, scores, at: thresholds)
                run.smallest.offer(Drawn(number: number, item: UInt32(item), place: place))
            }
            return run
        }
        self.init(
            bucket,
            at: thresholds,
            seed: seed,
            drawn: runs.flatMap(\.smallest.kept),
            limit: limit,
            size: runs.reduce(0) { $0 + $1.size },
            rows: runs.reduce(0) { $0 + $1.rows },
            design: design,
            nearSize: runs.reduce(0) { $0 + $1.near }
        )
    }

    /// Orders the distinct contents of all buckets at once, each as far as some number.
    ///
    /// - Parameters:
    ///   - ends: the last number that is wanted of each of `Bucket.allCases`; nil for none.
    ///   - keys: those of the same columns.
    /// - Returns: a queue for each of `Bucket.allCases`, in their order.
    /// - Complexity: O(n) shared among the cores, and O(m log m) for the m contents up to the ends.
    public static func distinctQueues(
        upTo ends: [Double?],
        at thresholds: Thresholds,
        in columns: ScoreColumns,
        keys: ContentKeys,
        seed: UInt64
    ) -> [EstimationQueue] {
        let contents = DistinctContents(columns, keys)
        let runs = ParallelScan.run(over: columns) { blocks in
            var run = ends.map { _ in (drawn: [Drawn](), size: 0, rows: 0) }
            var copies = CopyCursor(keys, from: columns.firstItem[blocks.lowerBound])
            Population(columns).forEachItem(inBlocks: blocks) { item, safety, help in
                let previous = copies.previous(of: item)
                let bucket = thresholds.bucket(safety: safety, helpfulness: help)
                let at = Int(bucket.rawValue)
                run[at].rows += 1
                if previous != nil, contents.isAny(upTo: previous, in: bucket, at: thresholds) { return }
                run[at].size += 1
                guard let end = ends[at] else { return }
                let number = Self.number(ofContent: keys[item] ?? 0, seed: seed)
                if number.value <= end { run[at].drawn.append(Drawn(number: number, item: UInt32(item))) }
            }
            return run
        }
        return Bucket.allCases.map { bucket in
            let mine = runs.map { $0[Int(bucket.rawValue)] }
            return EstimationQueue(
                bucket,
                at: thresholds,
                seed: seed,
                drawn: mine.flatMap(\.drawn),
                size: mine.reduce(0) { $0 + $1.size },
                rows: mine.reduce(0) { $0 + $1.rows }
            )
        }
    }

    /// A content's number: that of its first item, whatever bucket that is in, so that it stays when rows come and go.
    ///
    /// - Parameter key: the upper half of its digest.
    public static func number(ofContent key: UInt64, seed: UInt64) -> PermanentRandomNumber {
        number(ofKey: key, turn: 0, seed: seed)
    }
}
