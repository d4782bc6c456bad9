// Whether the page fits its window, and whether fingers find its controls (WCAG 2.2, 1.4.10 and 2.5.8).
(width) => {
    const problems = [];
    const least = 24;
    const page = document.scrollingElement.scrollWidth;
    const taken = Math.max(page, innerWidth);
    if (taken > width) { problems.push(`width: the page takes ${taken} of ${width}`); }

    // Tables that scroll are looked at from their beginning.
    document.querySelectorAll("body *").forEach((element) => { element.scrollLeft = 0; });
    scrollTo(0, 0);

    const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const text = (element) => (element.textContent.trim() || element.name || "").slice(0, 60);
    const name = (element) => `${element.localName} '${text(element)}'`;
    const controls = [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        // A link that shows up with the focus; that it does is looked at elsewhere.
        .filter(({ box }) => box.right > 0);

    for (const { element, box } of controls) {
        if (box.left < 0 || box.right > width) {
            problems.push(`viewport: ${name(element)} reaches from ${box.left.toFixed()} to ${box.right.toFixed()}`);
        }
    }

    for (const element of document.querySelectorAll("body *")) {
        const box = element.getBoundingClientRect();
        if (box.left >= 0 || box.right <= 0) { continue; }
        problems.push(`viewport: a part of ${name(element)} looks in from the left`);
    }

    const isSmall = ({ box }) => box.width < least || box.height < least;
    const middle = (box) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
    // From the middle of a small control to another one, or to the circle around the middle of another small one.
    const room = (box, other) => {
        const { x, y } = middle(box);
        if (isSmall(other)) { return Math.hypot(x - middle(other.box).x, y - middle(other.box).y) - least / 2; }
        const dx = Math.max(other.box.left - x, 0, x - other.box.right);
        const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(dx, dy);
    };
    // A line of text is not quite as high, so links need room around them instead.
    for (const control of controls.filter(isSmall)) {
        const hasRoom = controls.every((other) => other === control || room(control.box, other) >= least / 2);
        if (control.element.localName === "a" && hasRoom) { continue; }
        const size = `${control.box.width.toFixed()} × ${control.box.height.toFixed()}`;
        problems.push(`size: ${name(control.element)} is ${size}`);
    }
    return { problems, count: controls.length };
}
