internal import AuditStatistics
public import ReviewSession
internal import RoundCampaign

extension CampaignState: DialogHost {
    public typealias Effect = CampaignEffect

    public var dialogRoom: DialogRoom { room.dialog }
    public var scopes: [KeyScope] { [.everywhere, .screen(.campaign), .main] }
    public var commandsTitle: String { "commands of the campaign" }

    public func choices(for command: Command) -> [String] {
        switch command {
        case .campaignMeasure: CampaignMeasure.allCases.map(\.rawValue)
        default: aidChoices(for: command)
        }
    }

    public mutating func performOnScreen(_ command: Command) -> [CampaignEffect] {
        hush()
        switch command {
        case .campaignFigure: show(.figure)
        case .campaignTable: show(.table)
        case .campaignGrid: show(.grid)
        case .campaignChanges: show(.changes)
        case .campaignCarry: show(.carry)
        case .campaignLineage: show(.lineage)
        case .campaignNextView: showNext()
        case .back: goBack()
        case .campaignMeasure: turnMeasure(by: 1)
        case .campaignPreviousMeasure: turnMeasure(by: -1)
        case .campaignLaterRound: stepRound(1)
        case .campaignEarlierRound: stepRound(-1)
        case .campaignCompare: compare()
        case .campaignBroken: toggleBroken()
        case .campaignTarget: open(TargetDialog(answers.question.target))
        case .campaignThresholds: open(ThetaDialog())
        case .next: moveDown(by: 1)
        case .previous: moveDown(by: -1)
        case .pageDown: moveDown(by: max(1, room.rows - 1))
        case .pageUp: moveDown(by: -max(1, room.rows - 1))
        case .first: moveDown(by: -.max / 2)
        case .last: moveDown(by: .max / 2)
        case .stepDown: moveRight(by: -1)
        case .stepUp: moveRight(by: 1)
        case .nextOrder: sort()
        case .reverseOrder: table.sort(by: nil)
        case .chooseColumns: open(CampaignColumnsDialog(table, at: table.column))
        case .read: return openRound()
        case .reload: reload()
        case .quit: return [.quit(status: 0, message: nil)]
        default: return performAid(command)
        }
        return []
    }

    public mutating func performOnScreen(
        _ command: Command,
        with argument: String,
        _ effects: inout [CampaignEffect]
    ) -> String? {
        switch command {
        case .campaignMeasure:
            guard let measure = CampaignMeasure(rawValue: argument) else {
                let names = CampaignMeasure.allCases.map(\.rawValue).joined(separator: ", ")
                return "there is no measure \"\(argument)\"; there are \(names)"
            }
            show(.figure)
            place.measure = measure
            return nil
        case .campaignTarget: return setTarget(argument)
        case .campaignThresholds: return setThresholds(argument)
        default: return performAid(command, with: argument, &effects)
        }
    }
}
