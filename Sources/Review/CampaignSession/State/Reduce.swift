internal import CampaignFile
public import ReviewSession
internal import RoundCampaign

/// Applies one action to the state and tells what to do about it: a function of both alone.
///
/// Reading and counting are effects, so that no key waits for them.
/// - Complexity: O(rounds + cells).
public func reduce(_ state: inout CampaignState, _ action: CampaignAction) -> [CampaignEffect] {
    var effects: [CampaignEffect] = []
    switch action {
    case .screen(let action): effects = state.take(action)
    case .look(let look): effects = state.look(look)
    case .laidOut(let room):
        state.room = room
        state.clampDialog()
    case .cameBack: state.hush()
    case .left(let round): state.loading.readAgain([round])
    case .load(let news): state.loading.take(news)
    case .settled(let revision, let settled): state.answers.take(settled, of: revision)
    case .figures(let key, let result):
        if case .failure(let error) = state.answers.take(result, key) {
            state.tell(Message(.failure, "the figures cannot be counted: \(error)"))
        }
    case .carried(let key, let carried): state.carry.take(carried, key)
    }
    state.clampPlace()
    return effects + state.missing()
}

extension CampaignState {
    /// What is wanted and neither here nor on its way.
    mutating func missing() -> [CampaignEffect] {
        var jobs: [any CampaignJob] = []
        answers.follow(loading.states)
        if let round = loading.next() {
            let first = loading.states.lazy.compactMap(\.kept).first
            jobs.append(RoundJob(place: round, first: first?.thresholds))
        }
        if loading.isSettled, answers.wantsSettled(of: loading.revision) {
            jobs.append(SettleJob(revision: loading.revision, settings: settings, rounds: loading.states.map(\.kept)))
        }
        if let key = answers.wanted(at: loading.revision) {
            jobs.append(
                FiguresJob(
                    key: key,
                    settings: settings,
                    states: loading.states,
                    settled: answers.settled(of: loading.revision, count: settings.rounds.count)
                )
            )
        }
        if place.view == .carry, let key = carry.wanted(place.round, loading.revision, answers.question) {
            jobs.append(CarryJob(key: key, states: loading.states))
        }
        return jobs.map { .work($0) }
    }

    /// What the next frame would show that is on its way; nil for nothing.
    public var unsettledPart: UnsettledPart? { answers.isPending || carry.isPending ? .counts : nil }

    /// Whether anything is on its way.
    public var isBusy: Bool { loading.current != nil || answers.isPending || answers.isSettling || carry.isPending }
}
