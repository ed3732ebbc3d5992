import CLibrary
import SampleRounds

do {
    switch try Arguments(CommandLine.arguments.dropFirst()) {
    case .help:
        print(Arguments.usage)
    case .sampleData(let folder, let seed):
        try SampleOutput.makeFolder(folder)
        for file in SampleData.files(seed: seed) {
            var output = try SampleOutput(path: folder + "/" + file.name)
            try file.bytes.withUnsafeBytes { try output.write($0) }
            try output.close()
        }
    case .bench(let items, let seed, let format, let path):
        var output = try SampleOutput(path: path)
        var round = BenchRound(format: format, seed: seed)
        try round.write(items: items) { try output.write($0) }
        try output.close()
    }
} catch let problem as Arguments.Problem {
    SampleOutput.complain("make-sample-data: \(problem.message)\n\(Arguments.usage)")
    exit(EX_USAGE)
} catch let failure as SampleOutput.Failure {
    SampleOutput.complain("make-sample-data: \(failure.message)")
    exit(failure.status)
}
