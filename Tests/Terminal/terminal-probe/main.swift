import CLibrary
import CursesTerminal
import TerminalCanvas

// A program for the terminal's tests: it draws what it is given and dies as it is told.
//
//     terminal-probe text FILE    shows a file's lines; `q` leaves
//     terminal-probe keys         shows the name of each key, the last one in the first row; `q` leaves
//     terminal-probe colors       one row for each of the palette's 256 numbers, as many as fit
// In each: Ctrl-T traps, Ctrl-P traps on another thread, Ctrl-O overflows the stack, Ctrl-E leaves with status 3 and does not close, Ctrl-A aborts,
// Ctrl-Y gives the mouse back, which `--mouse` before the word takes, Ctrl-Z stops, Ctrl-W wakes the loop from another thread. `--ascii` before the word shows ASCII alone.

var words = Array(CommandLine.arguments.dropFirst())
let takesMouse = words.first == "--mouse"
if takesMouse { words.removeFirst() }
let asciiOnly = words.first == "--ascii"
if asciiOnly { words.removeFirst() }
let isPatient = words.first == "--patient"
if isPatient { words.removeFirst() }

do throws(TerminalError) {
    let wake = try WakePipe()
    let terminal = try CursesTerminal(wake: wake, asciiOnly: asciiOnly, patience: isPatient ? 100 : 1)
    if takesMouse { terminal.takeMouse(true) }
    var probe = Probe(words: words, wake: wake)
    let status = probe.run(on: terminal)
    terminal.close()
    // What asked for the end is what ends it, if it is not ignored.
    if status == 128 + SIGTERM { raise(SIGTERM) }
    if status == 128 + SIGHUP || status == 74 { raise(SIGHUP) }
    exit(status)
} catch {
    let message = Array("terminal-probe: \(error.message)\n".utf8)
    _ = write(STDERR_FILENO, message, message.count)
    exit(error.exitStatus)
}
