/// The files that an export consists of. A folder that holds anything else is not one of ours.
public enum ExportFileName: String, CaseIterable, Sendable {
    /// P_adv: a line for each distinct prompt, at its first appearance.
    case adversarial = "adversarial.jsonl"
    /// R_tgt: a line for each distinct (prompt, response) pair, likewise.
    case accepted = "accepted.jsonl"
    /// Every row of the discarded bucket, repeats and all.
    case discarded = "discarded.jsonl"
    /// Where each invalid row stands, why it is invalid, and its text.
    case invalid = "invalid.jsonl"
    /// Where each row stands that was left out of the sets, and what it leaks.
    case excluded = "excluded.jsonl"
    /// What is in the folder, for people, and for Hugging Face which file is which set, so that nothing takes the manifest for
    /// rows.
    case readme = "README.md"
    /// The data set as Croissant describes one; of exports with a card.
    case croissant = "metadata.json"
    /// What LLaMA-Factory wants to be told; of exports that were asked for it.
    case info = "dataset_info.json"
    /// What told `datasets` the sets in exports of before.
    case loader = ".huggingface.yaml"
    /// How the sets came about, and a digest of each other file.
    case manifest = "manifest.json"
}
