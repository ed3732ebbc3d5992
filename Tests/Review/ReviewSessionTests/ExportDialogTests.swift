import ReviewSession
import RoundModel
import TestSupport
import Testing

@Suite struct ExportDialogTests {
    private func opened() -> SessionDriver {
        var driver = SessionDriver(ExampleRound.clustered(items: 100))
        driver.send(.export)
        return driver
    }

    private func preview(_ driver: SessionDriver, obstacle: String?) -> Action {
        guard let export = driver.state.dialog as? ExportDialog else { return .notice(Message(.failure, "no dialog")) }
        return .export(
            .previewed(
                1,
                ExportPreview(settings: export.settings, path: "/x", replaces: false, obstacle: obstacle, files: [])
            )
        )
    }

    @Test func `what would be written is looked up for each change`() {
        var driver = opened()
        driver.send(.exportFormat)
        driver.type("-2")
        let asked = driver.outside.jobs(PreviewJob.self).map(\.settings)
        #expect(asked.map(\.directory) == ["round-3-sets", "round-3-sets", "round-3-sets-", "round-3-sets-2"])
        #expect(asked.last?.format == .promptCompletion)
    }

    @Test func `Enter exports what the dialog says, at the present thresholds`() throws {
        var driver = opened()
        driver.send(.cancel)
        driver.send(.stepUp)
        driver.send(.export)
        driver.send(.confirm)
        let job = try #require(driver.outside.suffix(1).jobs(ExportJob.self).first)
        let (settings, thresholds, origins) = (job.settings, job.thresholds, job.origins)
        #expect(settings == ExportSettings(directory: "round-3-sets"))
        #expect(thresholds == driver.state.thresholds.now)
        #expect(origins == driver.state.thresholds.origins)
        #expect(driver.state.dialog == nil)
        driver.send(.export(.progressed(fraction: 0.5, stage: "writing rows")))
        #expect(driver.state.export.run?.fraction == 0.5)
        driver.send(.export(.done(message: "wrote it", nil)))
        #expect(driver.state.export.run == nil)
        #expect(driver.state.message == Message(.done, "wrote it"))
    }

    @Test func `an obstacle is said and nothing is exported`() {
        var driver = opened()
        driver.send(preview(driver, obstacle: "it exists already"))
        driver.send(.confirm)
        guard let export = driver.state.dialog as? ExportDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(export.problem == "it exists already")
        #expect(driver.state.export.run == nil)
    }

    @Test func `an empty name is refused`() {
        var driver = opened()
        driver.send(.edit(.clear))
        driver.send(.confirm)
        guard let export = driver.state.dialog as? ExportDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(export.problem == "type the folder to write")
    }

    @Test func `leaving while an export runs asks first`() {
        var driver = opened()
        driver.send(.confirm)
        driver.send(.quit)
        #expect(driver.state.dialog is LeaveExportDialog)
        driver.send(.cancel)
        #expect(driver.state.dialog == nil)
        driver.send(.quit)
        driver.send(.confirm)
        guard case .screen(.quit(0, _))? = driver.outside.last else {
            Issue.record("it did not leave")
            return
        }
        #expect(driver.outside.stops(.export))
    }

    @Test func `Esc cancels a running export and stays`() {
        var driver = opened()
        driver.send(.confirm)
        driver.send(.back)
        #expect(driver.outside.suffix(1).stops(.export))
        driver.send(.export(.progressed(fraction: 0.9, stage: "writing rows")))
        #expect(driver.state.export.run?.stage == "cancelling")
        driver.send(.export(.failed(message: "stopped; nothing was exported")))
        #expect(driver.state.export.run == nil)
    }

    @Test func `a failure is said and the dialog opens again with what was set`() {
        var driver = opened()
        driver.send(.exportFormat)
        driver.send(.confirm)
        driver.send(.export(.failed(message: "the disk is full")))
        #expect(driver.state.message == Message(.failure, "the disk is full"))
        driver.send(.export)
        guard let export = driver.state.dialog as? ExportDialog else {
            Issue.record("no dialog")
            return
        }
        #expect(export.format == .promptCompletion)
    }

    /// The dialog of the training sets, opened from that of the export.
    private func training() -> SessionDriver {
        var driver = opened()
        driver.send(.exportTraining)
        return driver
    }

    private func export(_ driver: SessionDriver) -> ExportDialog? {
        driver.state.dialog as? ExportDialog ?? (driver.state.dialog as? TrainingDialog)?.export
    }

    @Test func `what the sets come to is counted for each change that counts`() throws {
        var driver = training()
        #expect(driver.outside.jobs(ExportCountJob.self).count == 1)
        driver.send(.stepUp)
        let asked = driver.outside.jobs(ExportCountJob.self)
        #expect(asked.map(\.choice.choices.training.perPrompt) == [.all, .random])
        let choice = try #require(asked.last?.choice)
        driver.send(.export(.counted(1, ExportCounts(choice, files: ["accepted.jsonl": "9 responses"]))))
        #expect(export(driver)?.present?.files["accepted.jsonl"] == "9 responses")
        // A template words something, and changes no count.
        driver.send(.dialog(TrainingDialog.id, .set("template", to: "Ask {prompt}")))
        #expect(driver.outside.jobs(ExportCountJob.self).count == 2)
        driver.send(.dialog(TrainingDialog.id, .set("evaluation", to: "test.txt")))
        #expect(export(driver)?.present == nil)
        #expect(driver.outside.jobs(ExportCountJob.self).last?.choice.choices.guarding.evaluation == "test.txt")
    }

    @Test func `what was chosen comes back to the export and is exported`() throws {
        var driver = training()
        driver.send(.stepUp)
        driver.send(.next)
        driver.send(.typeThreshold)
        driver.type("12")
        driver.send(.confirm)
        #expect(driver.state.dialog is TrainingDialog)
        driver.send(.cancel)
        #expect(driver.state.dialog is ExportDialog)
        driver.send(.confirm)
        let job = try #require(driver.outside.suffix(1).jobs(ExportJob.self).first)
        #expect(job.settings.choices.training.perPrompt == .random)
        #expect(job.settings.choices.training.seed == 12)
    }

    @Test func `a value that means nothing is refused where it is typed`() throws {
        var driver = training()
        let near = try #require(export(driver)?.trainingFields.firstIndex { $0.id == "near" })
        driver.send(.dialog(TrainingDialog.id, .choose(row: near)))
        driver.send(.typeThreshold)
        driver.send(.edit(.clear))
        driver.type("1.5")
        driver.send(.confirm)
        #expect(driver.state.dialog?.problem == "a likeness is a number above 0 and at most 1")
        driver.send(.cancel)
        #expect(driver.state.dialog is TrainingDialog)
    }

    @Test func `why nothing would be written is said before it is tried`() throws {
        var driver = opened()
        let choice = try #require(driver.outside.jobs(ExportCountJob.self).last?.choice)
        driver.send(
            .export(.counted(1, ExportCounts(choice, obstacle: "the training sets would hold 2 evaluation prompts")))
        )
        driver.send(.confirm)
        #expect(export(driver)?.problem == "the training sets would hold 2 evaluation prompts")
        #expect(driver.state.export.run == nil)
    }

    @Test func `closing the dialog stops the count`() {
        var driver = opened()
        driver.send(.cancel)
        #expect(driver.outside.stops(.exportCounts))
    }
}
