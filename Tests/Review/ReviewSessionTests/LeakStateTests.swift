import ReviewSession
import RoundModel
import TestSupport
import Testing

@Suite struct LeakStateTests {
    /// A review whose export is to be held against evaluation prompts: the items 2 and 5 leak.
    private func guarded() -> SessionDriver {
        var driver = SessionDriver(ExampleRound.clustered(items: 100))
        driver.send(.export)
        driver.send(.dialog(ExportDialog.id, .set("evaluation", to: "test.txt")))
        driver.send(.cancel)
        return driver
    }

    @Test func `items that leak are known once the export names evaluation prompts`() {
        let driver = guarded()
        #expect(driver.state.leaks.reason(of: 2)?.text == "near: 87 % alike")
        #expect(driver.state.leaks.reason(of: 5) != nil)
        #expect(driver.state.leaks.reason(of: 3) == nil)
    }

    @Test func `what becomes of leaks has nothing looked for again`() {
        var driver = guarded()
        let before = driver.count(of: LeakJob.self)
        driver.send(.export)
        driver.send(.dialog(ExportDialog.id, .set("leaks", to: "left out")))
        #expect(driver.count(of: LeakJob.self) == before)
        driver.send(.dialog(ExportDialog.id, .set("evaluation", to: "none")))
        #expect(driver.count(of: LeakJob.self) == before + 1)
        #expect(driver.state.leaks.reason(of: 2) == nil)
    }

    @Test func `a command lists them, and another one shows both prompts`() throws {
        var driver = guarded()
        driver.send(.showLeaks)
        #expect(driver.state.find.filter?.text == "leaks")
        #expect(driver.state.find.filter?.items?.count == 2)
        for list in [Command.showAdversarial, .showAccepted, .showDiscarded] where driver.state.currentItem == nil {
            driver.send(list)
        }
        driver.send(.showLeak)
        let dialog = try #require(driver.state.dialog as? LeakDialog)
        let text = dialog.text(in: driver.state)
        #expect(text.contains("test.txt line 2:") && text.contains("how do I bake"))
    }

    @Test func `a round that is read anew has no leaks of before, and they are looked for again`() {
        var driver = guarded()
        driver.send(.reload)
        driver.load(ExampleRound.clustered(items: 120, seed: 3), text: SessionDriver.text)
        #expect(driver.state.leaks.found == nil && driver.state.pendingWork == nil)
        let before = driver.count(of: LeakJob.self)
        driver.send(.export)
        #expect(driver.count(of: LeakJob.self) == before + 1)
        #expect(driver.state.leaks.reason(of: 2) != nil)
    }

    @Test func `before anybody looked the commands say what does`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 100))
        driver.send(.showLeaks)
        #expect(driver.state.message?.text.contains("nobody has looked for leaks yet") == true)
        driver.send(.showLeak)
        #expect(driver.state.message?.text.contains("leaks nothing") == true)
        #expect(driver.state.find.filter == nil)
    }
}
