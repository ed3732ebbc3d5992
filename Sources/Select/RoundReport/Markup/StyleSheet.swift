/// How the report looks, by daylight, at night and on paper.
public enum StyleSheet {
    /// Nothing in it is fetched from anywhere. Buckets have the colours of the screen, and their letters beside them.
    public static let text = """
        :root { color-scheme: light dark; --ground: #ffffff; --ink: #1c1c1c; --muted: #5a5a5a; --rule: #d4d4d0;
          --panel: #f6f6f3; --a: #c22f2f; --c: #1f66b0; --d: #8f6a12; }
        @media (prefers-color-scheme: dark) { :root { --ground: #1c1c1c; --ink: #e4e4e4; --muted: #a8a8a8;
          --rule: #454545; --panel: #252525; --a: #ff6f6f; --c: #6cb6ff; --d: #d7af5f; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 64rem; background: var(--ground);
          color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1rem; font-weight: 600; color: var(--muted); margin: 0 0 .5rem; }
        h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
        h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
        p { margin: .5rem 0; }
        .lead { font-size: 1.35rem; line-height: 1.4; margin: 0 0 .75rem; text-wrap: pretty; }
        .muted, figcaption, caption { color: var(--muted); font-size: .9rem; }
        ul { list-style: none; margin: .5rem 0; padding: 0; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem;
          margin: 1.5rem 0 .75rem; }
        .tile { background: var(--panel); border-top: .25rem solid; padding: .75rem 1rem; }
        .tile p { margin: 0; color: var(--ink); } .tile .muted { color: var(--muted); margin-top: .35rem; }
        .tile .number { font-size: 1.9rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .tile.A { border-color: var(--a); } .tile.C { border-color: var(--c); } .tile.D { border-color: var(--d); }
        .whole .bar { height: 1.1rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .5rem 0;
          min-width: min(100%, 36rem); }
        table.bars { width: 100%; }
        caption { text-align: left; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: baseline; padding: .3rem 1.25rem .3rem 0; border-bottom: 1px solid
          var(--rule); font-weight: normal; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--muted); font-size: .85rem; vertical-align: bottom; overflow-wrap: normal; }
        .bars th:first-child { width: 45%; min-width: 9rem; } .bars td { vertical-align: top; }
        .figures th { min-width: 8rem; }
        .n { text-align: right; white-space: nowrap; } thead .n { white-space: normal; }
        .group th { font-weight: 600; padding-top: 1rem; }
        .side { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr));
          column-gap: 2rem; }
        figure { margin: 1rem 0; min-width: 0; }
        svg { display: block; overflow: visible; width: 100%; height: 100%; }
        .side.three { grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
        .picture { padding: 1.6rem .5rem 3.1rem 3.6rem; } .named, .plot { padding-top: 2.9rem; }
        .picture > svg { height: 13rem; background: var(--panel); }
        .picture.plot > svg { height: auto; aspect-ratio: 8 / 5; }
        .bar { height: .65rem; margin: .3rem 0 .2rem; }
        .rates li { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr minmax(11rem, 14rem);
          column-gap: 1.25rem; align-items: center; padding: .3rem 0; border-bottom: 1px solid var(--rule); }
        .rates .axis { border: 0; padding: 0; }
        .rates .what span { display: block; font-variant-numeric: tabular-nums; line-height: 1.35; }
        .interval { height: 1.75rem; } .scale { height: 1.4rem; }
        svg text { font-size: 13px; fill: var(--ink); }
        svg .tick { fill: var(--muted); font-size: 12px; }
        svg .frame { fill: none; stroke: var(--rule); }
        svg path { vector-effect: non-scaling-stroke; }
        svg .grid { fill: none; stroke: var(--rule); stroke-width: 1; opacity: .6; }
        svg .line { fill: none; stroke: var(--ink); stroke-width: 1.5; }
        svg .name, svg .letter { stroke: var(--ground); stroke-width: 4px; paint-order: stroke; stroke-linejoin: round; }
        svg .letter { font-size: 20px; font-weight: 700; }
        svg .fill { stroke: none; shape-rendering: crispEdges; } svg circle.fill { shape-rendering: auto; }
        .fill.A, .letter.A { fill: var(--a); } .fill.C, .letter.C { fill: var(--c); }
        .fill.D, .letter.D { fill: var(--d); }
        svg .letter.A { fill: var(--a); } svg .letter.C { fill: var(--c); } svg .letter.D { fill: var(--d); }
        svg .curve { fill: none; stroke-width: 2; }
        svg .curve.A { stroke: var(--a); } svg .curve.C { stroke: var(--c); } svg .curve.D { stroke: var(--d); }
        .badge { display: inline-block; min-width: 1.6em; text-align: center; font-weight: 700; border: 2px solid;
          border-radius: .25em; margin-right: .5em; line-height: 1.3; }
        .badge.A { color: var(--a); } .badge.C { color: var(--c); } .badge.D { color: var(--d); }
        pre { background: var(--panel); padding: .75rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
          font: 14px/1.5 ui-monospace, monospace; }
        @media (max-width: 40rem) { body { padding: 1.25rem 1rem 3rem; } .lead { font-size: 1.15rem; }
          .spare { display: none; } th, td { padding-right: .75rem; } .picture { padding-right: .25rem; }
          .rates li { grid-template-columns: 1fr; } .rates .axis .who, .rates .axis .what { display: none; } }
        @media print { :root { color-scheme: light; --ground: #ffffff; --ink: #000000; --muted: #444444;
          --rule: #bbbbbb; --panel: #ffffff; --a: #c22f2f; --c: #1f66b0; --d: #8f6a12; }
          body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.4; } h2 { margin-top: 1.5rem; }
          .lead { font-size: 15pt; } .picture > svg { height: 8.5rem; } section { break-inside: auto; }
          figure, tr, li, .tiles, .whole { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
          .tile { border: 1px solid var(--rule); border-top: .25rem solid; }
          .side { grid-template-columns: 1fr 1fr; } .side.three { grid-template-columns: 1fr 1fr 1fr; }
          thead { display: table-header-group; } table { break-inside: auto; } h2 + div, h2 + p { break-before: avoid; }
          .plain { break-inside: avoid; } .group { break-after: avoid; }
          .picture.plot > svg { aspect-ratio: 2 / 1; }
          svg, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """
}
