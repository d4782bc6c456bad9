/// The look of the console: one sheet, light and dark, down to the width of a phone.
enum StyleSheet {
    static let text = """
        :root {
            color-scheme: light dark;
            --ground: #ffffff; --raised: #f4f5f7; --line: #d6dae0; --ink: #1b1f24; --faint: #565d68;
            --link: #0a58ca; --good: #10652f; --bad: #a4161a; --warn: #7a4d00; --accent: #0a58ca;
        }
        @media (prefers-color-scheme: dark) {
            :root {
                --ground: #14171b; --raised: #1d2126; --line: #363c45; --ink: #e8eaed; --faint: #a7afba;
                --link: #8ab8ff; --good: #7ddb9a; --bad: #ff9a94; --warn: #f0c36d; --accent: #8ab8ff;
            }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        body {
            margin: 0; background: var(--ground); color: var(--ink);
            font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
        }
        a { color: var(--link); }
        a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, pre:focus-visible {
            outline: 3px solid var(--accent); outline-offset: 2px;
        }
        .skip { position: absolute; left: -100vw; }
        .skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.25rem 0.5rem; }
        header { border-bottom: 1px solid var(--line); background: var(--raised); }
        header > div, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
        header > div { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; }
        header strong { padding: 0.75rem 0; }
        nav ul { display: flex; flex-wrap: wrap; gap: 0 0.25rem; list-style: none; margin: 0; padding: 0; }
        nav a { display: block; padding: 0.75rem 0.6rem; text-decoration: none; color: var(--ink); }
        nav a[aria-current] { box-shadow: inset 0 -3px var(--accent); }
        nav a:hover { text-decoration: underline; }
        header form { margin-left: auto; }
        h1 { font-size: 1.5rem; margin: 1.25rem 0 0.75rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; margin: 1.75rem 0 0.5rem; }
        h3 { font-size: 1.05rem; margin: 1.25rem 0 0.25rem; }
        main { min-height: 60vh; padding-bottom: 2rem; }
        main p { overflow-wrap: anywhere; }
        footer { color: var(--faint); font-size: 0.875rem; padding: 1rem; }
        .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.75rem; margin: 0; }
        .facts > div { border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.6rem 0.8rem; background: var(--raised); }
        .facts dt { color: var(--faint); font-size: 0.875rem; }
        .facts dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
        .facts small { display: block; font-size: 0.875rem; color: var(--faint); }
        .facts.texts { grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); }
        .facts.texts dd { font-size: 1rem; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
        caption { text-align: left; color: var(--faint); padding-bottom: 0.25rem; }
        th { text-align: left; font-weight: 600; color: var(--faint); white-space: nowrap; }
        th, td { padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        td { overflow-wrap: anywhere; }
        td time, td .state { white-space: nowrap; }
        td[data-label=Who] { min-width: 4rem; }
        td code { display: inline-block; min-width: min(11rem, 100%); }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
        code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875rem; }
        pre {
            background: var(--raised); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem;
            overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
        }
        .state { white-space: nowrap; font-weight: 600; }
        .succeeded, .accepted, .recovered, .ok { color: var(--good); }
        .dead, .refused { color: var(--bad); }
        .pending, .running, .failed, .retrying, .warn { color: var(--warn); }
        .duplicate, .dismissed, .superseded, .returned { color: var(--faint); }
        .faint { color: var(--faint); }
        .note { border-left: 4px solid var(--accent); background: var(--raised); padding: 0.6rem 0.8rem; margin: 1rem 0; }
        .note.bad { border-color: var(--bad); }
        .bars { display: block; width: 100%; height: 4rem; margin-top: 0.75rem; fill: var(--accent); background: var(--raised); }
        form.filter { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: end; margin: 0 0 1rem; }
        form.filter label { display: grid; font-size: 0.875rem; color: var(--faint); }
        .actions { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin: 0.75rem 0; }
        input, select, button {
            font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--faint);
            border-radius: 0.375rem; padding: 0.35rem 0.6rem; min-height: 2.5rem; max-width: 100%;
        }
        ::placeholder { color: var(--faint); opacity: 1; }
        input[type=checkbox] { min-height: 0; width: 1.5rem; height: 1.5rem; margin: 0; vertical-align: middle; }
        button { cursor: pointer; background: var(--raised); }
        button.first { background: var(--accent); color: var(--ground); border-color: var(--accent); }
        .sign-in { max-width: 24rem; margin: 3rem auto; }
        .sign-in label, .sign-in input, .sign-in button { display: block; width: 100%; margin-bottom: 0.75rem; }
        @media (max-width: 40rem) {
            table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            table.cards td a { display: inline-block; min-height: 1.5rem; }
            table.cards tr { display: block; border: 1px solid var(--line); border-radius: 0.5rem; margin-bottom: 0.75rem; padding: 0.4rem 0.75rem; }
            table.cards td { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0.5rem; border: 0; padding: 0.2rem 0; text-align: left; }
            table.cards td code { min-width: 0; }
            table.cards td::before { content: attr(data-label); color: var(--faint); }
        }

        """
}
