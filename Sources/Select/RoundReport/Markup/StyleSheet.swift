/// How the report looks, by daylight, at night and on paper.
enum StyleSheet {
    /// Nothing in it is fetched from anywhere. Buckets have the colours of the screen, and their letters beside them.
    static let text = """
        :root { color-scheme: light dark; --ground: #ffffff; --ink: #1c1c1c; --muted: #5a5a5a; --rule: #c9c9c9;
          --panel: #f5f5f3; --a: #c22f2f; --c: #1f66b0; --d: #8f6a12; }
        @media (prefers-color-scheme: dark) { :root { --ground: #1c1c1c; --ink: #e4e4e4; --muted: #a8a8a8;
          --rule: #4a4a4a; --panel: #262626; --a: #ff6f6f; --c: #6cb6ff; --d: #d7af5f; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 64rem; background: var(--ground);
          color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
        h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--rule); }
        p { margin: .5rem 0; }
        .muted, figcaption, caption { color: var(--muted); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .5rem 0;
          min-width: min(100%, 36rem); }
        caption { text-align: left; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: baseline; padding: .25rem 1.25rem .25rem 0; border-bottom: 1px solid
          var(--rule); font-weight: normal; }
        thead th { color: var(--muted); font-size: .9rem; }
        tbody th { white-space: nowrap; }
        .n { text-align: right; white-space: nowrap; }
        .group th { font-weight: 600; padding-top: 1rem; white-space: normal; }
        figure { margin: 1rem 0; }
        svg { display: block; width: 100%; height: auto; background: var(--panel); }
        svg text { font: 13px system-ui, sans-serif; fill: var(--ink); }
        svg .tick { fill: var(--muted); font-size: 12px; }
        svg .frame { fill: none; stroke: var(--rule); }
        svg .line { stroke: var(--ink); stroke-width: 1.5; }
        svg path { shape-rendering: crispEdges; }
        svg .name, svg .letter { stroke: var(--panel); stroke-width: 4px; paint-order: stroke; }
        svg .letter { font-size: 22px; font-weight: 700; }
        .A { fill: var(--a); } .C { fill: var(--c); } .D { fill: var(--d); }
        svg .letter.A { fill: var(--a); } svg .letter.C { fill: var(--c); } svg .letter.D { fill: var(--d); }
        svg path.curve { fill: none; stroke-width: 2; }
        svg .curve.A { stroke: var(--a); } svg .curve.C { stroke: var(--c); } svg .curve.D { stroke: var(--d); }
        .badge { display: inline-block; min-width: 1.6em; text-align: center; font-weight: 700; border: 2px solid;
          border-radius: .25em; margin-right: .5em; }
        .badge.A { color: var(--a); } .badge.C { color: var(--c); } .badge.D { color: var(--d); }
        pre { background: var(--panel); padding: .75rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
          font: 14px/1.5 ui-monospace, monospace; }
        @media print { :root { color-scheme: light; --ground: #ffffff; --ink: #000000; --muted: #444444;
          --rule: #bbbbbb; --panel: #ffffff; --a: #c22f2f; --c: #1f66b0; --d: #8f6a12; }
          body { padding: 0; max-width: none; font-size: 11pt; } figure, tr { break-inside: avoid; }
          h2 { break-after: avoid; } svg { print-color-adjust: exact; } }
        """
}
