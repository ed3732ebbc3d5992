#!/bin/bash

__redsieve_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__redsieve_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__redsieve_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__redsieve_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_redsieve() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __redsieve_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    review|score|select|summary|audit|campaign|report|plan|merge|verify|evaluation-list|certify|config|help)
        # Offer subcommand argument completions
        "_redsieve_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        [[ "${COMP_CWORD}" -eq 1 ]] && COMPREPLY+=($(compgen -W 'review score select summary audit campaign report plan merge verify evaluation-list certify config help' -- "${cur}"))
        # review is meant where no command is named
        unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
        _redsieve_review
        ;;
    esac
}

_redsieve_review() {
    repeating_flags=()
    non_repeating_flags=(--nan-as-null --no-review --plain --ascii --no-mouse --version -h --help)
    repeating_options=(--field --lower-is-better)
    non_repeating_options=(--inflate-memory --theta-adv --theta-safety --theta-help --theta-helpfulness --review --reviewer --overlap --script --theme --config --log)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--field')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion review -- --field "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--lower-is-better')
        __redsieve_add_completions -W 'safety'$'\n''helpfulness'$'\n''none'
        return
        ;;
    '--inflate-memory')
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--review')
        return
        ;;
    '--reviewer')
        return
        ;;
    '--overlap')
        return
        ;;
    '--script')
        __redsieve_add_completions -f
        return
        ;;
    '--theme')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion review -- --theme "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--log')
        __redsieve_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_score() {
    repeating_flags=()
    non_repeating_flags=(--check --watch --rewards-template --start-again --accept-change --rescore --retry-failed --version -h --help)
    repeating_options=(--as --field)
    non_repeating_options=(-o --output --out --safety --helpfulness --rewards --tries --add --filter --near --review --theta-adv --theta-safety --theta-help --theta-helpfulness --config)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output'|'--out')
        __redsieve_add_completions -f
        return
        ;;
    '--safety')
        return
        ;;
    '--helpfulness')
        return
        ;;
    '--rewards')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--as')
        return
        ;;
    '--tries')
        return
        ;;
    '--field')
        return
        ;;
    '--add')
        return
        ;;
    '--filter')
        return
        ;;
    '--near')
        return
        ;;
    '--review')
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_select() {
    repeating_flags=()
    non_repeating_flags=(--nan-as-null --dataset-info --allow-empty --no-review --ignore-split --drop-evaluation --drop-seen --replace --version -h --help)
    repeating_options=(--field --lower-is-better --evaluation --evaluation-list --seen)
    non_repeating_options=(--inflate-memory --theta-adv --theta-safety --theta-help --theta-helpfulness --config -o --output --out --format --per-prompt --best-by --seed --rejected --margin --pairs-per-prompt --attack-template --card --review --near)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--field')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion select -- --field "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--lower-is-better')
        __redsieve_add_completions -W 'safety'$'\n''helpfulness'$'\n''none'
        return
        ;;
    '--inflate-memory')
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -d
        return
        ;;
    '--format')
        __redsieve_add_completions -W 'rows'$'\n''prompt-completion'$'\n''messages'$'\n''preference'$'\n''unpaired'
        return
        ;;
    '--per-prompt')
        __redsieve_add_completions -W 'all'$'\n''random'$'\n''best'
        return
        ;;
    '--best-by')
        __redsieve_add_completions -W 'helpfulness'$'\n''safety'$'\n''ranks'
        return
        ;;
    '--seed')
        return
        ;;
    '--rejected')
        __redsieve_add_completions -W 'unsafe'$'\n''weaker'
        return
        ;;
    '--margin')
        return
        ;;
    '--pairs-per-prompt')
        return
        ;;
    '--attack-template')
        return
        ;;
    '--card')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--review')
        return
        ;;
    '--evaluation')
        __redsieve_add_completions -f
        return
        ;;
    '--evaluation-list')
        __redsieve_add_completions -f
        return
        ;;
    '--seen')
        __redsieve_add_completions -f
        return
        ;;
    '--near')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_summary() {
    repeating_flags=()
    non_repeating_flags=(--nan-as-null --replace --ignore-split --no-review --json --no-sha256 --no-sets --version -h --help)
    repeating_options=(--field --lower-is-better --by --evaluation --evaluation-list --seen)
    non_repeating_options=(--inflate-memory --theta-adv --theta-safety --theta-help --theta-helpfulness --config -o --output --out --filter --near --review)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--field')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion summary -- --field "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--lower-is-better')
        __redsieve_add_completions -W 'safety'$'\n''helpfulness'$'\n''none'
        return
        ;;
    '--inflate-memory')
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -f
        return
        ;;
    '--filter')
        return
        ;;
    '--by')
        return
        ;;
    '--evaluation')
        __redsieve_add_completions -f
        return
        ;;
    '--evaluation-list')
        __redsieve_add_completions -f
        return
        ;;
    '--seen')
        __redsieve_add_completions -f
        return
        ;;
    '--near')
        return
        ;;
    '--review')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_audit() {
    repeating_flags=()
    non_repeating_flags=(--nan-as-null --replace --sweep --curves --calibration --json --version -h --help)
    repeating_options=(--field --lower-is-better --at --against --by --opinion)
    non_repeating_options=(--inflate-memory --theta-adv --theta-safety --theta-help --theta-helpfulness --config -o --output --out --review --alpha --against-review --within)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--field')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion audit -- --field "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--lower-is-better')
        __redsieve_add_completions -W 'safety'$'\n''helpfulness'$'\n''none'
        return
        ;;
    '--inflate-memory')
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -f
        return
        ;;
    '--review')
        return
        ;;
    '--alpha')
        return
        ;;
    '--at')
        return
        ;;
    '--against')
        __redsieve_add_completions -f
        return
        ;;
    '--against-review')
        return
        ;;
    '--within')
        return
        ;;
    '--by')
        return
        ;;
    '--opinion')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_campaign() {
    repeating_flags=()
    non_repeating_flags=(--replace --text --json --template --plain --ascii --no-mouse --version -h --help)
    repeating_options=()
    non_repeating_options=(--theta-adv --theta-safety --theta-help --theta-helpfulness --config -o --output --out --target-rate --last-rounds --alpha --carry --reviewer --script --theme --log)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -f
        return
        ;;
    '--target-rate')
        return
        ;;
    '--last-rounds')
        return
        ;;
    '--alpha')
        return
        ;;
    '--carry')
        return
        ;;
    '--reviewer')
        return
        ;;
    '--script')
        __redsieve_add_completions -f
        return
        ;;
    '--theme')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion campaign -- --theme "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--log')
        __redsieve_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_report() {
    repeating_flags=()
    non_repeating_flags=(--nan-as-null --replace --no-review --version -h --help)
    repeating_options=(--field --lower-is-better)
    non_repeating_options=(--inflate-memory --theta-adv --theta-safety --theta-help --theta-helpfulness --config -o --output --out --review --baseline --alpha)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--field')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion report -- --field "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--lower-is-better')
        __redsieve_add_completions -W 'safety'$'\n''helpfulness'$'\n''none'
        return
        ;;
    '--inflate-memory')
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -o plusdirs -fX '!*.@(html)'
        return
        ;;
    '--review')
        return
        ;;
    '--baseline')
        return
        ;;
    '--alpha')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_plan() {
    repeating_flags=()
    non_repeating_flags=(--discarded --version -h --help)
    repeating_options=(--field --lower-is-better)
    non_repeating_options=(--select --review -o --output --out --like --theta-adv --theta-safety --theta-help --theta-helpfulness --config --sample --seed)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--select')
        __redsieve_add_completions -d
        return
        ;;
    '--review')
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -d
        return
        ;;
    '--like')
        __redsieve_add_completions -f
        return
        ;;
    '--field')
        return
        ;;
    '--lower-is-better')
        __redsieve_add_completions -W 'safety'$'\n''helpfulness'$'\n''none'
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--sample')
        return
        ;;
    '--seed')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_merge() {
    repeating_flags=()
    non_repeating_flags=(--force --version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output --out)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output'|'--out')
        return
        ;;
    esac
}

_redsieve_verify() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--round --evaluation --evaluation-list --seen)
    non_repeating_options=(--config --review --grid)
    __redsieve_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--round')
        return
        ;;
    '--evaluation')
        __redsieve_add_completions -f
        return
        ;;
    '--evaluation-list')
        __redsieve_add_completions -f
        return
        ;;
    '--seen')
        __redsieve_add_completions -f
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '--review')
        return
        ;;
    '--grid')
        __redsieve_add_completions -d
        return
        ;;
    esac
}

_redsieve_evaluation-list() {
    repeating_flags=()
    non_repeating_flags=(--replace --version -h --help)
    repeating_options=()
    non_repeating_options=(--config -o --output --out)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_certify() {
    repeating_flags=()
    non_repeating_flags=(--nan-as-null --replace --pair --present --at-any-time --new-plan --json --version -h --help)
    repeating_options=(--field --lower-is-better)
    non_repeating_options=(--inflate-memory --theta-adv --theta-safety --theta-help --theta-helpfulness --review --reviewer --overlap --config -o --output --out --alpha --delta --misses --candidates --labels)
    __redsieve_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--field')
        __redsieve_add_completions -W "$(__redsieve_custom_complete ---completion certify -- --field "${COMP_CWORD}" "$(__redsieve_cursor_index_in_current_word)")"
        return
        ;;
    '--lower-is-better')
        __redsieve_add_completions -W 'safety'$'\n''helpfulness'$'\n''none'
        return
        ;;
    '--inflate-memory')
        return
        ;;
    '--theta-adv')
        return
        ;;
    '--theta-safety')
        return
        ;;
    '--theta-help'|'--theta-helpfulness')
        return
        ;;
    '--review')
        return
        ;;
    '--reviewer')
        return
        ;;
    '--overlap')
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    '-o'|'--output'|'--out')
        __redsieve_add_completions -f
        return
        ;;
    '--alpha')
        return
        ;;
    '--delta')
        return
        ;;
    '--misses')
        __redsieve_add_completions -W 'accepted'$'\n''adversarial'
        return
        ;;
    '--candidates')
        return
        ;;
    '--labels')
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __redsieve_add_completions -f
        return
        ;;
    esac
}

_redsieve_config() {
    repeating_flags=()
    non_repeating_flags=(--defaults --replace --version -h --help)
    repeating_options=()
    non_repeating_options=(-o --output --out --config)
    __redsieve_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '-o'|'--output'|'--out')
        __redsieve_add_completions -f
        return
        ;;
    '--config')
        __redsieve_add_completions -o plusdirs -fX '!*.@(toml)'
        return
        ;;
    esac
}

_redsieve_help() {
    COMPREPLY+=($(compgen -W 'review verdicts certificates filters export training commands scoring cluster campaign rounds scripts plain-mode configuration themes keys score select summary audit report plan merge verify evaluation-list certify config' -- "${cur}"))
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __redsieve_offer_flags_options -1
}

complete -o filenames -F _redsieve redsieve
