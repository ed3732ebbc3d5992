/// What `redsieve score --rewards-template` prints: a file with every setting, to be cut down.
public enum RewardsTemplate {
    public static let text = """
        # The reward models of a round, for: redsieve score answers.jsonl --rewards rewards.toml -o round.jsonl
        # One table for each score. [safety] and [helpfulness] are the two of a round; others may follow.

        [safety]
        url = "http://127.0.0.1:8000"
        # What the server speaks; without it the server is asked.
        #   vllm, vllm-pooling, vllm-score, guard, judge, tei, huggingface, openrlhf, sglang, generic
        # protocol = "vllm"
        # The model's name; without it the only one that the server has.
        # model = "safety-rm"
        # How a row is put before the model: "messages" (the server's chat template), "pair" (prompt and response apart),
        # "beaver", "wildguard", or a text of your own. {{ and }} stand for braces.
        # text = "USER: {prompt} ASSISTANT:{response}"
        # Whether a higher or a lower score is better. A cost model's lower scores are better.
        # better = "higher"
        # Keys come from the environment: $NAME stands for a variable.
        # headers = { Authorization = "Bearer $SAFETY_KEY" }

        [helpfulness]
        url = "http://127.0.0.1:8001"

        # More, for either:
        # field = "helpfulness_score"   the field that rows get
        # batch = 32                    rows in a request, where the server takes several
        # concurrency = 64              requests at once, at most
        # deadline = 300                seconds for a request
        # tries = 5                     how often a row is asked for
        # truncate = false              true cuts rows that are too long; else they fail
        # special_tokens = true         false where the text has its beginning token itself
        # label = "LABEL_0"             which label's score counts (tei, huggingface)
        # index = 0                     which of several numbers counts (vllm, sglang)
        # good = ["safe"]               the words of a guard
        # bad = ["unsafe"]
        # after = "Harmful response:"   what a guard writes before the word that counts
        # number = "helpfulness"        the name before a judge's number
        # socket = "/run/rm.sock"       a Unix socket that leads to the server
        # path = "/score"               of a generic server, with
        # request = '{"texts": "{texts}"}'
        # scores = "results.*.score"

        """
}
