// The places of everything that the keyboard must reach.
() => {
    const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const all = [...document.querySelectorAll("*")];
    return [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility())
        .map((element) => all.indexOf(element));
}
