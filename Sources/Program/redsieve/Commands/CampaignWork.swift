import AuditStatistics
import Basics
import CampaignFile
import Configuration
import RoundCampaign
import RoundFiles
import RoundModel
import TOMLText
import Verdicts

/// Reads the rounds of a campaign, one after the other: the memory is that of one round and what stays of the others.
struct CampaignWork {
    let work = RoundWork()
    let rounds: CampaignRounds
    private var settings: CampaignSettings { rounds.settings }

    init(_ rounds: CampaignRounds) { self.rounds = rounds }

    /// What is listed in a file, or files that are rounds themselves.
    ///
    /// - Throws: everything that is wrong with the list.
    static func settings(_ paths: [String]) throws(ProgramFailure) -> CampaignSettings {
        let lists = paths.filter(CampaignListing.isNamedAsOne)
        if lists.isEmpty {
            let sorted = paths.sorted { NaturalOrder.precedes(Array($0.utf8), Array($1.utf8)) }
            return CampaignListing.rounds(of: sorted)
        }
        guard paths.count == 1 else {
            throw ProgramFailure(
                status: 64,
                message: "\(PathText.shown(lists[0])) lists rounds itself; give it alone, or rounds alone"
            )
        }
        do throws(TOMLProblems) { return try CampaignListing.read(path: lists[0]) } catch {
            throw ProgramFailure(error)
        }
    }

    /// A campaign as it was read.
    struct Read {
        let states: [CampaignRoundState]
        let settled: SettledCampaign
        let figures: CampaignFigures
        /// The status of the first round that cannot be used; 0 where all can.
        let status: Int32

        /// What the program ends with where some cannot.
        var failure: ProgramFailure {
            let count = DecimalText.counted(figures.failures.count, "round")
            return ProgramFailure(
                status: status,
                message: "\(count) of the campaign cannot be used; the others are told"
            )
        }
    }

    /// Reads all rounds, those that cannot be used left out.
    func read(_ question: CampaignQuestion) throws(ProgramFailure) -> Read {
        try StandardStreams.requireOutput()
        var states: [CampaignRoundState] = []
        var status: Int32 = 0
        var chosen: ChosenThresholds?
        for (place, round) in settings.rounds.enumerated() {
            do throws(ProgramFailure) {
                let kept = try keep(round, place, like: chosen)
                if chosen == nil { chosen = kept.thresholds }
                states.append(.kept(kept))
            } catch {
                if status == 0 { status = error.status }
                states.append(.failed(error.message))
            }
        }
        work.progress.clear()
        work.interruption.release()
        let settled = SettledCampaign(settings, states.map(\.kept))
        do throws(AuditError) {
            let figures = try CampaignFigures(settings, states, settled, question)
            return Read(states: states, settled: settled, figures: figures, status: status)
        } catch {
            throw ProgramFailure(status: 65, message: "\(error)")
        }
    }

    private func keep(
        _ round: ListedRound,
        _ place: Int,
        like first: ChosenThresholds?
    ) throws(ProgramFailure) -> KeptRound {
        let keeper = try rounds.keeper(round, like: first)
        let stage = "reading \(round.name) (\(place + 1) of \(settings.rounds.count))"
        do throws(RoundFilesError) {
            let progress = work.progress
            return try keeper.keep(cancellation: work.interruption.cancellation) { read in
                progress.show(
                    stage,
                    read.bytesTotal.map { Double(read.bytesRead) / Double(max(1, $0)) },
                    .bytes(read.bytesRead)
                )
            }
        } catch {
            work.progress.clear()
            work.interruption.finish()
            throw ProgramFailure(error)
        }
    }
}
