import ArgumentParser
import RoundFiles

StandardStreams.prepare()
MemoryRoom.prepare()
ProgramLocale.prepare()
HelpWidth.prepare()
do {
    var command = try Redsieve.parseAsRoot(ArgumentOrder.commandFirst(try ProgramArguments.all()))
    try command.run()
    ProgramExit.leave(0)
} catch {
    ProgramExit.leave(with: error)
}
