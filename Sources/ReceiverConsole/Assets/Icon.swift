/// The icon in a browser's tab: an envelope with a tick.
enum Icon {
    static let text = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="6" width="28" height="20" rx="3" \
        fill="#0a58ca"/><path d="M4 9l12 9L28 9" fill="none" stroke="#fff" stroke-width="2.5"/></svg>
        """
}
