/// What a campaign's page has beside the style of a round's.
enum CampaignStyle {
    /// Lines are told apart by their dashes and names too, not by colour alone.
    static let text = """
        .campaign svg { height: auto; background: var(--panel); }
        .campaign .series { fill: none; stroke-width: 2.5; stroke: currentColor; }
        .campaign .bar { stroke: currentColor; stroke-width: 1.5; height: auto; margin: 0; }
        .campaign .dot { fill: currentColor; stroke: none; }
        .campaign .people { fill: var(--ground); stroke: currentColor; stroke-width: 2; }
        .campaign text.name { fill: currentColor; font-weight: 600; }
        .campaign .m0 { color: var(--c); } .campaign .m1 { color: var(--a); } .campaign .m2 { color: var(--d); }
        .campaign .m3 { color: var(--ink); } .campaign .m4 { color: var(--muted); }
        .campaign .m0 .series { stroke-dasharray: none; } .campaign .m1 .series { stroke-dasharray: 10 4; }
        .campaign .m2 .series { stroke-dasharray: 3 3; } .campaign .m3 .series { stroke-dasharray: 12 4 3 4; }
        .campaign .m4 .series { stroke-dasharray: 1 4; } .campaign .by-people .series { stroke-dasharray: 1 5; }
        .campaign .by-people .dot { fill: var(--ground); stroke: currentColor; stroke-width: 2; }
        table.plain th[scope=row], table.cells th[scope=row] { white-space: nowrap; }
        @media (max-width: 40rem) { .campaign { overflow-x: auto; } .campaign svg { min-width: 36rem; } }
        table.cells { font-size: .85rem; } table.cells td { padding: .3rem .6rem; text-align: right; white-space: nowrap; }
        table.cells td.broken { outline: 2px solid var(--a); outline-offset: -2px; font-weight: 600; }
        table.cells td span { display: block; color: var(--muted); font-size: .8rem; }
        table.plain td { overflow-wrap: normal; }
        .scroll caption { max-width: calc(100vw - 3rem); }
        @media print { .scroll { overflow: visible; } table.cells, table.cells td span { font-size: 7pt; }
          table.cells td, table.cells th { padding: .1rem .2rem; white-space: normal; } .scroll caption { max-width: none; } }
        ul.said { list-style: disc; padding-left: 1.25rem; } ul.said ul { list-style: circle; padding-left: 1.25rem; }
        """
}
