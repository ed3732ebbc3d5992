import ArgumentParser
import RoundFiles

StandardStreams.prepare()
MemoryRoom.prepare()
ProgramLocale.prepare()
HelpWidth.prepare()
do {
    do throws(RoundFilesError) { try MemoryRoom.requireStart() } catch { throw ProgramFailure(error) }
    let arguments = ArgumentOrder.commandFirst(try ProgramArguments.all())
    if !(try HelpTopics.answer(arguments)) {
        do {
            var command = try Redsieve.parseAsRoot(arguments)
            try command.run()
        } catch {
            throw Mistyped.meant(by: error, arguments)
        }
    }
    ProgramExit.leave(0)
} catch {
    ProgramExit.leave(with: error)
}
