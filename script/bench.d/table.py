"""The table: one row for each thing that is promised, with what was measured and whether it is met."""

from dataclasses import asdict, dataclass


@dataclass
class Row:
    work: str
    at: str
    ours: str
    peer: str
    ratio: str
    target: str
    # None where nothing is promised at this size, or there was no peer to compare with.
    met: bool | None
    # The figures that the texts were made from, for machines.
    figures: dict

    def as_json(self):
        return asdict(self)


def seconds(value):
    """A time in the unit that suits it."""
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1000:.3g} ms" if value < 0.01 else f"{value * 1000:.0f} ms"


def faster(work, at, ours, peers, least):
    """Ours is to be so many times faster than the best of the peers; `peers` maps names to seconds, may be empty."""
    figures = {"ours_s": ours, "peers_s": peers, "at_least": least}
    target = "not slower" if least == 1 else f"≥ {least:g} times faster"
    if not peers:
        return Row(work, at, seconds(ours), "–", "–", target, None, figures)
    name = min(peers, key=peers.get)
    ratio = peers[name] / ours
    figures["ratio"] = ratio
    return Row(
        work,
        at,
        seconds(ours),
        f"{seconds(peers[name])} {name}",
        f"{ratio:.2f} times faster",
        target,
        ratio >= least,
        figures,
    )


def within(work, at, ours, name, peer, most):
    """Ours may take at most so many times what the peer takes."""
    ratio = ours / peer
    figures = {"ours_s": ours, "peers_s": {name: peer}, "at_most": most, "ratio": ratio}
    return Row(
        work, at, seconds(ours), f"{seconds(peer)} {name}", f"{ratio:.2f} times its time", f"≤ {most:g} times its time", ratio <= most,
        figures,
    )


def under(work, at, value, limit, show=seconds, holds=True):
    """A figure that is to stay under a limit; `holds` is False where the limit is for another size."""
    figures = {"ours": value, "under": limit}
    return Row(work, at, show(value), "", "", f"< {show(limit)}", value < limit if holds else None, figures)


def text(rows):
    """The rows as a table that is one in Markdown too."""
    heads = ["work", "at", "ours", "peer's", "ratio", "target", "met"]
    lines = [heads]
    for row in rows:
        met = {True: "yes", False: "NO", None: "–"}[row.met]
        lines.append([row.work, row.at, row.ours, row.peer, row.ratio, row.target, met])
    # A bar would begin another column.
    lines = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    shown = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    shown.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(shown)
