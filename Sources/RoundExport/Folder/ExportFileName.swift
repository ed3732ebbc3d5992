/// The files that an export consists of. A folder that holds anything else is not one of ours.
public enum ExportFileName: String, CaseIterable, Sendable {
    case adversarial = "adversarial.jsonl"
    case accepted = "accepted.jsonl"
    case discarded = "discarded.jsonl"
    case invalid = "invalid.jsonl"
    case manifest = "manifest.json"
}
