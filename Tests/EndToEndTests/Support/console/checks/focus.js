// Where the focus is, and whether it can be seen there.
() => {
    const element = document.activeElement;
    if (!element || element === document.body) { return null; }
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const isInside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    const all = [...document.querySelectorAll("*")];
    return { place: all.indexOf(element), isSeen: isOutlined && isInside, what: element.outerHTML.slice(0, 120) };
}
