/// Names that stand beside the file of an output.
enum OutputName {
    /// The path with something between its name and its ending: `round-5.failed.jsonl` for `round-5.jsonl` and `.failed`.
    ///
    /// - Parameters:
    ///   - ending: what takes the place of the ending; nil to keep it.
    ///   - usual: the ending where the output has none.
    static func beside(_ output: String, _ insertion: String, ending: String? = nil, usual: String) -> String {
        let slash = output.lastIndex(of: "/").map(output.index(after:)) ?? output.startIndex
        guard let dot = output[slash...].lastIndex(of: "."), dot > slash else { return output + insertion + usual }
        return output[..<dot] + insertion + (ending ?? String(output[dot...]))
    }
}
