/// The file that `load_dataset(FOLDER)` of Hugging Face's `datasets` reads first.
///
/// Without it every file of the folder is taken for rows of one table, the manifest among them. Each set is a configuration
/// of its own, since sets differ in their fields; one without a line is left out, since `datasets` refuses empty files.
enum LoaderFile {
    /// The file's bytes.
    ///
    /// - Parameter files: those of the export.
    static func bytes(_ files: [ExportedFile]) -> [UInt8] {
        // The first is what is loaded where no set is named: what the target model is aligned on.
        let sets: [ExportFileName] = [.accepted, .adversarial, .discarded]
        let full = sets.filter { set in files.contains { $0.name == set.rawValue && $0.lines > 0 } }
        var text = """
            # For load_dataset(FOLDER) and load_dataset(FOLDER, "adversarial") of Hugging Face's datasets.
            # A set without a line is not listed: datasets refuses empty files.

            """
        if !full.isEmpty { text += "configs:\n" }
        for (index, set) in full.enumerated() {
            text += "- config_name: \(set.rawValue.prefix { $0 != "." })\n"
            if index == 0 { text += "  default: true\n" }
            text += "  data_files:\n  - split: train\n    path: \(set.rawValue)\n"
        }
        return Array(text.utf8)
    }
}
