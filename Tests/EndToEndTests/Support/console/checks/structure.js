// What the document itself must hold and must not.
() => {
    const problems = [];
    const say = (rule, element) => problems.push(`${rule}: ${element.outerHTML.slice(0, 120)}`);
    const each = (selector, visit) => document.querySelectorAll(selector).forEach(visit);

    if (!document.documentElement.lang) { problems.push("lang: the document has no language"); }
    if (!document.title.trim()) { problems.push("title: the document has no title"); }

    const ids = new Set();
    each("[id]", (element) => { if (ids.has(element.id)) { say("id", element); } ids.add(element.id); });
    each("label[for], [aria-labelledby], [aria-describedby], [list], a[href^='#']", (element) => {
        const names = ["for", "aria-labelledby", "aria-describedby", "list"].map((name) => element.getAttribute(name));
        const target = element.hash ? element.hash.slice(1) : null;
        for (const id of [...names, target].filter(Boolean)) { if (!ids.has(id)) { say("reference", element); } }
    });
    each("th", (element) => { if (!["col", "row"].includes(element.scope)) { say("scope", element); } });
    const sizes = [1, 2, 3, 4].map((level) => document.querySelector(`main h${level}`)).filter(Boolean)
        .map((heading) => ({ heading, size: parseFloat(getComputedStyle(heading).fontSize) }));
    sizes.forEach(({ heading, size }, index) => {
        if (index > 0 && size > sizes[index - 1].size) { say("hierarchy", heading); }
    });
    each("[tabindex]", (element) => { if (element.tabIndex > 0) { say("order", element); } });
    each("meta[name=viewport]", (element) => {
        if (/user-scalable\s*=\s*(no|0)|maximum-scale/.test(element.content)) { say("zoom", element); }
    });
    // Nothing stands in the page that the policy would have to allow.
    each("*", (element) => {
        const isInline = element.localName === "style" || (element.localName === "script" && !element.src);
        const hasHandler = [...element.attributes].some((attribute) => /^(on|style$)/.test(attribute.name));
        const leadsToScript = /^\s*(javascript|data):/i.test(element.getAttribute("href") || "");
        if (isInline || hasHandler || leadsToScript) { say("inline", element); }
    });
    each("img, iframe, object, embed, base, meta[http-equiv]", (element) => say("foreign", element));
    // What scrolls by itself must be reached without a mouse.
    each("body *", (element) => {
        const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
        if (!scrolls || element.scrollWidth <= element.clientWidth || element.tabIndex >= 0) { return; }
        if (!element.querySelector("a[href], button, input, select, [tabindex]")) { say("scrolling", element); }
    });
    return problems;
}
