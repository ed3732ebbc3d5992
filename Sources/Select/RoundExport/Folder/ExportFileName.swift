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
    /// What tells Hugging Face's `datasets` which file is which set, so that it does not take the manifest for rows.
    case loader = ".huggingface.yaml"
    /// How the sets came about, and a digest of each other file.
    case manifest = "manifest.json"
}
