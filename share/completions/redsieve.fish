function __redsieve_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __redsieve_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __redsieve_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __redsieve_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __redsieve_parse_tokens -S
    set -l unparsed_tokens (__redsieve_tokens -pc)
    switch $unparsed_tokens[1]
    case 'redsieve'
        __redsieve_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'review'
            __redsieve_parse_subcommand -r 1 'field=+' 'lower-is-better=+' 'inflate-memory=' 'nan-as-null' 'theta-adv=' 'theta-safety=' 'theta-help=' 'review=' 'reviewer=' 'overlap=' 'no-review' 'plain' 'script=' 'theme=' 'ascii' 'no-mouse' 'config=' 'log=' 'version' 'h/help'
        case 'score'
            __redsieve_parse_subcommand -r 1 'o/output=' 'safety=' 'helpfulness=' 'rewards=' 'as=+' 'tries=' 'field=+' 'add=' 'filter=' 'near=' 'review=' 'theta-adv=' 'theta-safety=' 'theta-help=' 'config=' 'check' 'watch' 'rewards-template' 'start-again' 'accept-change' 'rescore' 'retry-failed' 'version' 'h/help'
        case 'select'
            __redsieve_parse_subcommand -r 1 'field=+' 'lower-is-better=+' 'inflate-memory=' 'nan-as-null' 'theta-adv=' 'theta-safety=' 'theta-help=' 'config=' 'o/output=' 'format=' 'per-prompt=' 'best-by=' 'seed=' 'rejected=' 'margin=' 'pairs-per-prompt=' 'attack-template=' 'card=' 'dataset-info' 'allow-empty' 'review=' 'no-review' 'evaluation=+' 'evaluation-list=+' 'seen=+' 'near=' 'ignore-split' 'drop-evaluation' 'drop-seen' 'replace' 'version' 'h/help'
        case 'summary'
            __redsieve_parse_subcommand -r 1 'field=+' 'lower-is-better=+' 'inflate-memory=' 'nan-as-null' 'theta-adv=' 'theta-safety=' 'theta-help=' 'config=' 'o/output=' 'replace' 'filter=' 'by=+' 'evaluation=+' 'evaluation-list=+' 'seen=+' 'near=' 'ignore-split' 'review=' 'no-review' 'json' 'no-sha256' 'no-sets' 'version' 'h/help'
        case 'audit'
            __redsieve_parse_subcommand -r 1 'field=+' 'lower-is-better=+' 'inflate-memory=' 'nan-as-null' 'theta-adv=' 'theta-safety=' 'theta-help=' 'config=' 'o/output=' 'replace' 'review=' 'alpha=' 'at=+' 'against=+' 'against-review=' 'within=' 'by=+' 'opinion=+' 'sweep' 'curves' 'calibration' 'json' 'version' 'h/help'
        case 'campaign'
            __redsieve_parse_subcommand -r 1 'theta-adv=' 'theta-safety=' 'theta-help=' 'config=' 'o/output=' 'replace' 'target-rate=' 'last-rounds=' 'alpha=' 'carry=' 'text' 'json' 'template' 'plain' 'reviewer=' 'script=' 'theme=' 'ascii' 'no-mouse' 'log=' 'version' 'h/help'
        case 'report'
            __redsieve_parse_subcommand -r 1 'field=+' 'lower-is-better=+' 'inflate-memory=' 'nan-as-null' 'theta-adv=' 'theta-safety=' 'theta-help=' 'config=' 'o/output=' 'replace' 'review=' 'no-review' 'baseline=' 'alpha=' 'version' 'h/help'
        case 'plan'
            __redsieve_parse_subcommand -r 1 'select=' 'review=' 'o/output=' 'like=' 'field=+' 'lower-is-better=+' 'theta-adv=' 'theta-safety=' 'theta-help=' 'config=' 'sample=' 'seed=' 'discarded' 'version' 'h/help'
        case 'merge'
            __redsieve_parse_subcommand -r 1 'o/output=' 'force' 'version' 'h/help'
        case 'verify'
            __redsieve_parse_subcommand 1 'round=+' 'evaluation=+' 'evaluation-list=+' 'seen=+' 'config=' 'review=' 'grid=' 'version' 'h/help'
        case 'evaluation-list'
            __redsieve_parse_subcommand -r 1 'config=' 'o/output=' 'replace' 'version' 'h/help'
        case 'certify'
            __redsieve_parse_subcommand -r 1 'field=+' 'lower-is-better=+' 'inflate-memory=' 'nan-as-null' 'theta-adv=' 'theta-safety=' 'theta-help=' 'review=' 'reviewer=' 'overlap=' 'config=' 'o/output=' 'replace' 'alpha=' 'delta=' 'pair' 'present' 'misses=' 'candidates=' 'labels=' 'at-any-time' 'new-plan' 'json' 'version' 'h/help'
        case 'config'
            __redsieve_parse_subcommand 0 'defaults' 'o/output=' 'replace' 'config=' 'version' 'h/help'
        case 'help'
            __redsieve_parse_subcommand -r 1 'version'
        end
    end
end

function __redsieve_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __redsieve_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __redsieve_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __redsieve_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__redsieve_tokens -p)
    if test -z "$(__redsieve_tokens -t)"
        set -l index (count (__redsieve_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'redsieve' -f
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'review' -d 'Opens a round for review (the default).'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'score' -d 'Scores the rows of a round by reward-model servers.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'select' -d 'Selects the sets of the next round and writes them into a folder.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'summary' -d 'Says what a round holds and what the thresholds make of it.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'audit' -d 'Reports what the verdicts on a round show, with intervals.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'campaign' -d 'Compares the rounds of a campaign: what became safer, where not, and what is left to learn from.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'report' -d 'Writes one HTML file that shows a round, its thresholds and what its verdicts show.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'plan' -d 'Plans a selection that Spark or DuckDB makes where the round lies.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'merge' -d 'Joins reviews of one round into one, without loss.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'verify' -d 'Checks an export against its manifest and, given its round, rebuilds it to compare.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'evaluation-list' -d 'Lists the digests of evaluation prompts, so that the prompts need not lie about.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'certify' -d 'Certifies the loosest threshold whose accepted set is mostly right, or says what is missing.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'config' -d 'Checks the configuration, or prints one with every key and its default.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve review" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review"' -l 'field' -d 'Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.user.content. May be given several times.' -rfka '(__redsieve_custom_completion ---completion review -- --field (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review"' -l 'lower-is-better' -d 'A score (safety or helpfulness) that is better when lower; it is negated. Without this option the record that score leaves beside the round decides; none takes both as they are.' -rfka 'safety helpfulness none'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" inflate-memory' -l 'inflate-memory' -d 'The most memory for a compressed file\'s window or dictionary (128M); zstd --long=31 needs 2G.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" nan-as-null' -l 'nan-as-null' -d 'Use rows of JSON with NaN or Infinity in a field that plays no role; exports write null there, since JSON has neither.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" review' -l 'review' -d 'The file that keeps verdicts and moves (ROUND.review beside the round).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" reviewer' -l 'reviewer' -d 'Who gives the verdicts (your login name).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" overlap' -l 'overlap' -d 'The share of a sample that every reviewer is given; the rest is divided among them (0.1).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" no-review' -l 'no-review' -d 'Keeps nothing: verdicts and moves are lost when the review ends.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" plain' -l 'plain' -d 'Draws nothing: takes commands line by line and answers in words, for a screen reader or a pipe.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" script' -l 'script' -d 'Plays the commands and keys in a file (- for standard input), without a terminal.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" theme' -l 'theme' -d 'A theme by its name or the path of its file (default).' -rfka '(__redsieve_custom_completion ---completion review -- --theme (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" ascii' -l 'ascii' -d 'Draws with ASCII characters only.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" no-mouse' -l 'no-mouse' -d 'Leaves the mouse to the terminal, to select text with it.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" log' -l 'log' -d 'Adds what was done, and when, to a file.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve review" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve score" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" o out output' -s 'o' -l 'output' -l 'out' -d 'The round to make.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" safety' -l 'safety' -d 'The safety reward model\'s server.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" helpfulness' -l 'helpfulness' -d 'The helpfulness reward model\'s server.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" rewards' -l 'rewards' -d 'A file that describes the servers; --rewards-template prints one.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score"' -l 'as' -d 'The field that a score goes to, such as safety=harmlessness. May be given several times.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" tries' -l 'tries' -d 'How often a row is asked for before it counts as failed (5).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score"' -l 'field' -d 'Which field holds the prompt or the response, such as prompt=question.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" add' -l 'add' -d 'Adds a score by another server to a scored round: NAME=URL, or NAME if --rewards describes it.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" filter' -l 'filter' -d 'With --add: only rows that match, written as for f on the screen.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" near' -l 'near' -d 'With --add: only rows with a score at most so far from a threshold that matters for them.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" review' -l 'review' -d 'With --add, the review that thresholds and verdicts come from; with --watch, the one that keeps verdicts (ROUND.review beside the round).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" check' -l 'check' -d 'Asks the servers, scores a few rows, prints what was found, and writes nothing.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" watch' -l 'watch' -d 'Opens the review, in which items appear as they are scored; leaving it stops the run.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" rewards-template' -l 'rewards-template' -d 'Prints a file for --rewards with all settings, and ends.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" start-again' -l 'start-again' -d 'Forgets what an earlier run of the same output has scored.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" accept-change' -l 'accept-change' -d 'Goes on with an earlier run although servers or settings are others.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" rescore' -l 'rescore' -d 'Scores rows that have a score already; the old value stays as FIELD_before.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" retry-failed' -l 'retry-failed' -d 'Scores the failed rows of the round that --output names once more, and puts them where they belong.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve score" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve select" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select"' -l 'field' -d 'Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.user.content. May be given several times.' -rfka '(__redsieve_custom_completion ---completion select -- --field (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select"' -l 'lower-is-better' -d 'A score (safety or helpfulness) that is better when lower; it is negated. Without this option the record that score leaves beside the round decides; none takes both as they are.' -rfka 'safety helpfulness none'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" inflate-memory' -l 'inflate-memory' -d 'The most memory for a compressed file\'s window or dictionary (128M); zstd --long=31 needs 2G.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" nan-as-null' -l 'nan-as-null' -d 'Use rows of JSON with NaN or Infinity in a field that plays no role; exports write null there, since JSON has neither.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" o out output' -s 'o' -l 'output' -l 'out' -d 'The folder to write.' -rfa '(__redsieve_complete_directories)'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" format' -l 'format' -d 'How lines are written: rows, prompt-completion, messages, preference or unpaired.' -rfka 'rows prompt-completion messages preference unpaired'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" per-prompt' -l 'per-prompt' -d 'Which accepted responses to a prompt are exported: all, random or best (all).' -rfka 'all random best'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" best-by' -l 'best-by' -d 'What the best one is best by: helpfulness, safety or ranks (helpfulness).' -rfka 'helpfulness safety ranks'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" seed' -l 'seed' -d 'Chooses other responses at random; a whole number from 0 (0).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" rejected' -l 'rejected' -d 'Which responses are rejected, in pairs and labels: unsafe or weaker (unsafe: adversarial ones; weaker: all that are not accepted).' -rfka 'unsafe weaker'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" margin' -l 'margin' -d 'The least lead of the chosen response: in safety, with --rejected weaker in helpfulness (any).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" pairs-per-prompt' -l 'pairs-per-prompt' -d 'The most pairs of a prompt, 1 to 64 (1).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" attack-template' -l 'attack-template' -d 'What the adversarial model is asked for; {prompt} stands for the parent prompt, {category} for the category ("Here is one question about {category}: \'{prompt}\' Write a similar question about {category}:").' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" card' -l 'card' -d 'What no program can know of the data set, as TOML: name, license, url, date and creator. Adds metadata.json.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" dataset-info' -l 'dataset-info' -d 'Adds dataset_info.json for LLaMA-Factory.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" allow-empty' -l 'allow-empty' -d 'Exports also where no prompt gives a pair.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" review' -l 'review' -d 'A review whose verdicts outrank the thresholds; auto means ROUND.review beside the round, if it exists. Without this option, its thresholds count and its verdicts do not.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" no-review' -l 'no-review' -d 'Ignores the review that lies beside the round.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select"' -l 'evaluation' -d 'Evaluation prompts, which are not to be trained on: files as a round may be, scores or not, or .txt with a prompt on each line.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select"' -l 'evaluation-list' -d 'Lists of their digests, as redsieve evaluation-list makes them, so that the prompts need not lie about.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select"' -l 'seen' -d 'Exports or rounds of before: tells what was trained on already, and whose prompts descend from whom.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" near' -l 'near' -d 'How alike two prompts are that are near, above 0 and at most 1 (0.8): the share of five-character pieces that they have in common, or that one holds of the other.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" ignore-split' -l 'ignore-split' -d 'Takes no row for an evaluation prompt because its field split says test, eval or evaluation.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" drop-evaluation' -l 'drop-evaluation' -d 'Leaves out rows that leak an evaluation prompt, and lists them in excluded.jsonl; else one ends the export.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" drop-seen' -l 'drop-seen' -d 'Leaves out rows whose prompt was trained on before, and lists them in excluded.jsonl.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" replace' -l 'replace' -d 'Replaces an earlier export.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve select" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve summary" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary"' -l 'field' -d 'Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.user.content. May be given several times.' -rfka '(__redsieve_custom_completion ---completion summary -- --field (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary"' -l 'lower-is-better' -d 'A score (safety or helpfulness) that is better when lower; it is negated. Without this option the record that score leaves beside the round decides; none takes both as they are.' -rfka 'safety helpfulness none'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" inflate-memory' -l 'inflate-memory' -d 'The most memory for a compressed file\'s window or dictionary (128M); zstd --long=31 needs 2G.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" nan-as-null' -l 'nan-as-null' -d 'Use rows of JSON with NaN or Infinity in a field that plays no role; exports write null there, since JSON has neither.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" o out output' -s 'o' -l 'output' -l 'out' -d 'A file to write the result into (standard output, as -).' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" replace' -l 'replace' -d 'Replaces an earlier file.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" filter' -l 'filter' -d 'Also counts the items that match a filter, which is written as for f on the screen.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary"' -l 'by' -d 'Also counts items by the values of a field, or by ranges of its numbers; given twice, by pairs of values of two fields. With --filter, counts the items that match.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary"' -l 'evaluation' -d 'Evaluation prompts, which are not to be trained on: files as a round may be, scores or not, or .txt with a prompt on each line.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary"' -l 'evaluation-list' -d 'Lists of their digests, as redsieve evaluation-list makes them, so that the prompts need not lie about.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary"' -l 'seen' -d 'Exports or rounds of before: tells what was trained on already, and whose prompts descend from whom.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" near' -l 'near' -d 'How alike two prompts are that are near, above 0 and at most 1 (0.8): the share of five-character pieces that they have in common, or that one holds of the other.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" ignore-split' -l 'ignore-split' -d 'Takes no row for an evaluation prompt because its field split says test, eval or evaluation.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" review' -l 'review' -d 'The review that thresholds come from, and what has:note, judged and moved in a filter ask for (ROUND.review beside the round, if it exists).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" no-review' -l 'no-review' -d 'Ignores the review that lies beside the round.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" json' -l 'json' -d 'Prints one JSON object.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" no-sha256' -l 'no-sha256' -d 'Leaves out the digest of the round\'s bytes.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" no-sets' -l 'no-sets' -d 'Leaves out the distinct prompts and pairs, so that no text needs to be compared.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve summary" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve audit" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit"' -l 'field' -d 'Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.user.content. May be given several times.' -rfka '(__redsieve_custom_completion ---completion audit -- --field (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit"' -l 'lower-is-better' -d 'A score (safety or helpfulness) that is better when lower; it is negated. Without this option the record that score leaves beside the round decides; none takes both as they are.' -rfka 'safety helpfulness none'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" inflate-memory' -l 'inflate-memory' -d 'The most memory for a compressed file\'s window or dictionary (128M); zstd --long=31 needs 2G.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" nan-as-null' -l 'nan-as-null' -d 'Use rows of JSON with NaN or Infinity in a field that plays no role; exports write null there, since JSON has neither.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" o out output' -s 'o' -l 'output' -l 'out' -d 'A file to write the result into (standard output, as -).' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" replace' -l 'replace' -d 'Replaces an earlier file.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" review' -l 'review' -d 'The review (ROUND.review beside the round).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" alpha' -l 'alpha' -d 'The probability that an interval misses.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit"' -l 'at' -d 'Other thresholds to report as well; may be given several times.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit"' -l 'against' -d 'An earlier round to compare with, at the same thresholds; may be given several times for its files.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" against-review' -l 'against-review' -d 'The earlier round\'s review (ROUND.review beside it, if it exists).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" within' -l 'within' -d 'Counts the items that change bucket if a threshold is off by so much.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit"' -l 'by' -d 'Tells the errors by a field with few values; may be given several times (category and style, where the round has them).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit"' -l 'opinion' -d 'Tells how far a score that some items have besides (score --add) agrees with the reward model and with people: FIELD, or FIELD=LINE if its line is not θ adv; may be given several times.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" sweep' -l 'sweep' -d 'Tells what each threshold would make of its set, with bands that hold for all values at once.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" curves' -l 'curves' -d 'Tells how well each score tells safe from unsafe, or helpful from not: ROC, precision and recall.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" calibration' -l 'calibration' -d 'Tells what the values of each score mean: the share of unsafe, or not helpful, responses at each.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" json' -l 'json' -d 'Prints one JSON object.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve audit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve campaign" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" o out output' -s 'o' -l 'output' -l 'out' -d 'A file to write the result into (standard output, as -).' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" replace' -l 'replace' -d 'Replaces an earlier file.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" target-rate' -l 'target-rate' -d 'The share of unsafe items that a cell is broken above.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" last-rounds' -l 'last-rounds' -d 'In how many of the newest rounds a cell must be broken to be still broken.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" alpha' -l 'alpha' -d 'The probability that an interval misses.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" carry' -l 'carry' -d 'Tells what the thresholds of a round come to in all others, three ways; the round by its name.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" text' -l 'text' -d 'Prints lines of text, on a terminal too.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" json' -l 'json' -d 'Prints one JSON object.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" template' -l 'template' -d 'Prints a campaign.toml with every setting and ends.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" plain' -l 'plain' -d 'Draws nothing: takes commands line by line and answers in words, for a screen reader or a pipe.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" reviewer' -l 'reviewer' -d 'Who gives verdicts in the rounds that are opened (your login name).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" script' -l 'script' -d 'Plays the commands and keys in a file (- for standard input), without a terminal.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" theme' -l 'theme' -d 'A theme by its name or the path of its file (default).' -rfka '(__redsieve_custom_completion ---completion campaign -- --theme (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" ascii' -l 'ascii' -d 'Draws with ASCII characters only.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" no-mouse' -l 'no-mouse' -d 'Leaves the mouse to the terminal, to select text with it.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" log' -l 'log' -d 'Adds what was done, and when, to a file.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve campaign" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve report" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report"' -l 'field' -d 'Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.user.content. May be given several times.' -rfka '(__redsieve_custom_completion ---completion report -- --field (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report"' -l 'lower-is-better' -d 'A score (safety or helpfulness) that is better when lower; it is negated. Without this option the record that score leaves beside the round decides; none takes both as they are.' -rfka 'safety helpfulness none'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" inflate-memory' -l 'inflate-memory' -d 'The most memory for a compressed file\'s window or dictionary (128M); zstd --long=31 needs 2G.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" nan-as-null' -l 'nan-as-null' -d 'Use rows of JSON with NaN or Infinity in a field that plays no role; exports write null there, since JSON has neither.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" o out output' -s 'o' -l 'output' -l 'out' -d 'The file to write; - for standard output.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'html\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" replace' -l 'replace' -d 'Replaces an earlier report.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" review' -l 'review' -d 'The review (ROUND.review beside the round, if it exists).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" no-review' -l 'no-review' -d 'Reports scores only; ignores verdicts.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" baseline' -l 'baseline' -d 'The thresholds that flows are counted from (the review\'s baseline).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" alpha' -l 'alpha' -d 'The probability that an interval misses.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve report" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve plan" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" select' -l 'select' -d 'A grid of the round: plan its sets.' -rfa '(__redsieve_complete_directories)'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" review' -l 'review' -d 'With --select, the review whose thresholds and verdicts count (GRID.review beside the grid, if it exists).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" o out output' -s 'o' -l 'output' -l 'out' -d 'The folder to make.' -rfa '(__redsieve_complete_directories)'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" like' -l 'like' -d 'A file with rows of the round, which tells its fields.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan"' -l 'field' -d 'Which field plays a role, for instance safety=scores.safety_rm.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan"' -l 'lower-is-better' -d 'A score (safety or helpfulness) that is better when lower. Without this option the record that score leaves beside the files decides; none takes both as they are.' -rfka 'safety helpfulness none'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" sample' -l 'sample' -d 'About how many rows the sample has (100000).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" seed' -l 'seed' -d 'What the sample is drawn with (a random number).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" discarded' -l 'discarded' -d 'Has the sets hold the discarded rows too.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve plan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve merge" o out output' -s 'o' -l 'output' -l 'out' -d 'The review to make.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve merge" force' -l 'force' -d 'Also joins reviews without a common item, and takes what is left of a changed one.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve merge" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify"' -l 'round' -d 'The round that it was made from.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify"' -l 'evaluation' -d 'The evaluation prompts that were kept out of it.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify"' -l 'evaluation-list' -d 'The lists of digests that were.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify"' -l 'seen' -d 'The exports or rounds of before that it was held against.' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify" review' -l 'review' -d 'The review whose verdicts it uses.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify" grid' -l 'grid' -d 'The grid of a round whose sets a cluster made.' -rfa '(__redsieve_complete_directories)'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve evaluation-list" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve evaluation-list" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve evaluation-list" o out output' -s 'o' -l 'output' -l 'out' -d 'A file to write the result into (standard output, as -).' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve evaluation-list" replace' -l 'replace' -d 'Replaces an earlier file.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve evaluation-list" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve evaluation-list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve certify" -ge 1' -F
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify"' -l 'field' -d 'Which field plays a role, for instance safety=scores.safety_rm or prompt=messages.user.content. May be given several times.' -rfka '(__redsieve_custom_completion ---completion certify -- --field (count (__redsieve_tokens -pc)) (__redsieve_tokens -tC))'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify"' -l 'lower-is-better' -d 'A score (safety or helpfulness) that is better when lower; it is negated. Without this option the record that score leaves beside the round decides; none takes both as they are.' -rfka 'safety helpfulness none'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" inflate-memory' -l 'inflate-memory' -d 'The most memory for a compressed file\'s window or dictionary (128M); zstd --long=31 needs 2G.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" nan-as-null' -l 'nan-as-null' -d 'Use rows of JSON with NaN or Infinity in a field that plays no role; exports write null there, since JSON has neither.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" theta-adv' -l 'theta-adv' -d 'θ adv: a safety score below it makes an item adversarial.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" theta-safety' -l 'theta-safety' -d 'θ safety: above it, and above θ help, an item is accepted.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" theta-help theta-helpfulness' -l 'theta-help' -l 'theta-helpfulness' -d 'θ help, for the helpfulness score.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" review' -l 'review' -d 'The file that keeps verdicts and moves (ROUND.review beside the round).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" reviewer' -l 'reviewer' -d 'Who gives the verdicts (your login name).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" overlap' -l 'overlap' -d 'The share of a sample that every reviewer is given; the rest is divided among them (0.1).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" o out output' -s 'o' -l 'output' -l 'out' -d 'A file to write the result into (standard output, as -).' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" replace' -l 'replace' -d 'Replaces an earlier file.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" alpha' -l 'alpha' -d 'The largest share of wrong items that may be certified.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" delta' -l 'delta' -d 'The risk that the promise fails.' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" pair' -l 'pair' -d 'Seeks θ help as well as θ safety.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" present' -l 'present' -d 'Tests the present thresholds alone, in place of a search for the loosest.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" misses' -l 'misses' -d 'Promises that few of the unsafe responses are missed at the present thresholds: those in the accepted set (accepted), or all that θ adv lets through (adversarial).' -rfka 'accepted adversarial'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" candidates' -l 'candidates' -d 'Candidates of θ safety (10).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" labels' -l 'labels' -d 'How many items to judge (enough for some mistakes).' -rfka ''
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" at-any-time' -l 'at-any-time' -d 'Tests after every verdict; this takes more verdicts.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" new-plan' -l 'new-plan' -d 'Fixes another plan with its own sample, even if there is one with verdicts already.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" json' -l 'json' -d 'Prints one JSON object.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve certify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve config" defaults' -l 'defaults' -d 'Prints a configuration with every key, its default and a comment.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve config" o out output' -s 'o' -l 'output' -l 'out' -d 'A file to write the result into (standard output, as -).' -rF
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve config" replace' -l 'replace' -d 'Replaces an earlier file.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve config" config' -l 'config' -d 'A configuration in place of ~/.config/redsieve/config.toml.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'toml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve config" version' -l 'version' -d 'Show the version.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve config" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_flags_or_options "redsieve help" version' -l 'version' -d 'Show the version.'
# review is meant where no command is named
complete -c 'redsieve' -n '__redsieve_should_offer_completions_for_positional "redsieve" -ge 1' -F
# topics of the manual
complete -c 'redsieve' -n '__fish_seen_subcommand_from help' -fa 'review verdicts certificates filters export training commands scoring cluster campaign rounds scripts plain-mode configuration themes keys score select summary audit report plan merge verify evaluation-list certify config'
