// The contrast of everything that can be read or operated (WCAG 2.2, 1.4.3 and 1.4.11).
() => {
    const problems = [];
    let count = 0;

    const parsed = (color) => {
        const parts = color.match(/^rgba?\(([^)]+)\)$/);
        if (!parts) { throw new Error(`a color in another notation: ${color}`); }
        const [red, green, blue, alpha = 1] = parts[1].split(/[,/ ]+/).filter(Boolean).map(Number);
        return { red, green, blue, alpha };
    };
    const over = (front, back) => {
        const mixed = (name) => front[name] * front.alpha + back[name] * (1 - front.alpha);
        return { red: mixed("red"), green: mixed("green"), blue: mixed("blue"), alpha: 1 };
    };
    const background = (element) => {
        if (!element) {
            const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
            return parsed(isDark ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)");
        }
        const color = parsed(getComputedStyle(element).backgroundColor);
        return color.alpha === 1 ? color : over(color, background(element.parentElement));
    };
    const luminance = ({ red, green, blue }) => {
        const linear = (value) => {
            const share = value / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        };
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const ratio = (one, other) => {
        const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (light + 0.05) / (dark + 0.05);
    };
    const require = (least, color, ground, what) => {
        count += 1;
        const found = ratio(over(color, ground), ground);
        if (found < least) { problems.push(`contrast: ${found.toFixed(2)} instead of ${least}: ${what}`); }
    };
    const isShown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const isLarge = (style) => parseFloat(style.fontSize) >= (Number(style.fontWeight) >= 700 ? 18.66 : 24);
    const text = (element, style, what) => {
        require(isLarge(style) ? 3 : 4.5, parsed(style.color), background(element), what.trim().slice(0, 60));
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || !isShown(parent) || parent.closest("datalist, script, style, option")) { continue; }
        text(parent, getComputedStyle(parent), node.data);
    }
    for (const element of document.querySelectorAll("body *")) {
        const style = getComputedStyle(element, "::before");
        if (isShown(element) && style.content.startsWith("\"")) { text(element, style, style.content); }
    }
    for (const element of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
        text(element, getComputedStyle(element), element.value || element.name);
        if (element.placeholder) { text(element, getComputedStyle(element, "::placeholder"), element.placeholder); }
        if (element.type === "checkbox") { continue; }  // drawn by the browser
        const edge = parsed(getComputedStyle(element).borderTopColor);
        require(3, edge, background(element.parentElement), `the edge of ${element.name}`);
    }
    for (const element of document.querySelectorAll("svg *")) {
        require(3, parsed(getComputedStyle(element).fill), background(element.closest("svg")), "a picture");
    }
    return { problems, count };
}
