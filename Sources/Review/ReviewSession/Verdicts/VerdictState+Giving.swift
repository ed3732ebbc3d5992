import RoundModel
import Verdicts

/// What a verdict would be.
extension VerdictState {
    /// Why no verdict can be given for the moment; nil where one can.
    var busyText: String? {
        isTakingOver ? "verdicts on many items are still being applied" : nil
    }

    /// Why nothing can be kept; nil where it can, and where nothing is kept at all.
    var fileObstacle: String? {
        switch file {
        case .refused(let why): "verdicts cannot be kept: \(why)"
        case .opening: "the review file is being opened"
        case .none, .open, .failing: nil
        }
    }

    /// Why nothing can be said about an item, nil for none; nil where it can.
    func obstacle(to item: UInt32?, _ context: VerdictContext) -> String? {
        if let obstacle = fileObstacle ?? busyText { return obstacle }
        if context.queue == nil, context.isOnInvalid {
            return "an invalid row is in no set, so there is no verdict on it"
        }
        guard let item, Int(item) < context.round.count else { return "there is no item here" }
        let texts = context.round.content.texts
        if case .failed(let why) = texts[item] { return "its text cannot be read: \(why)" }
        return digest(of: item, texts) == nil ? "the item's text is not there yet" : nil
    }

    /// What an item holds, as far as it was read or judged.
    func digest(of item: UInt32, _ texts: ItemTexts) -> ItemDigest? { texts.digest(of: item) ?? digests[item] }

    /// A verdict on an item, with all that is known at this moment.
    func verdict(_ answer: Answer, on item: UInt32, _ context: VerdictContext) -> Verdict? {
        let (columns, queue) = (context.round.columns, context.queue)
        guard let scores = columns.scores(of: Int(item)), let place = columns.place(of: Int(item)),
            let digest = digest(of: item, context.round.content.texts)
        else { return nil }
        let use = queue?.use(of: answer) ?? .list
        let isRepetition = if case .repetition = use { true } else { false }
        return Verdict(
            digest: digest,
            place: place,
            scores: scores,
            thresholds: context.thresholds,
            bucket: context.thresholds.bucket(safety: scores.safety, helpfulness: scores.helpfulness),
            answer: answer,
            queue: use,
            draw: isRepetition ? nil : queue?.draw(of: item),
            isBlind: queue?.isBlind ?? false,
            seconds: sitting.seconds(on: item, until: context.clock)
        )
    }
}
