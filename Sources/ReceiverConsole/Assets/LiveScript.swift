/// Puts what happens at the top of the live page's table; the page works without it.
enum LiveScript {
    static let text = """
        "use strict";
        const rows = document.getElementById("live-rows");
        const status = document.getElementById("live-status");
        const limit = 200;
        if (rows && status) {
            const source = new EventSource("/live/stream");
            source.onopen = () => { status.textContent = "Connected: new lines appear by themselves."; };
            source.onerror = () => { status.textContent = "The connection is lost; trying again."; };
            source.onmessage = (event) => {
                const parsed = new DOMParser().parseFromString("<table><tbody>" + event.data + "</tbody></table>", "text/html");
                const row = parsed.querySelector("tr");
                if (!row) { return; }
                rows.prepend(document.importNode(row, true));
                while (rows.children.length > limit) { rows.lastElementChild.remove(); }
            };
        }

        """
}
