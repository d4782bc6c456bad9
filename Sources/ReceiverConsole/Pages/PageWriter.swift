import Foundation
import HTTPWire
import Mustache

/// Writes pages from their templates.
struct PageWriter: Sendable {
    private let library: MustacheLibrary
    private let version: String

    /// - Throws: an error when a template cannot be parsed, which a test would have shown.
    init(version: String) throws {
        self.version = version
        MustacheContentTypes.register(SafeHTML(), named: SafeHTML.name)
        var library = MustacheLibrary()
        for (name, text) in Templates.all {
            try library.register("{{% CONTENT_TYPE: \(SafeHTML.name)}}\n" + text, named: name)
        }
        self.library = library
    }

    /// A page with the frame of all pages.
    ///
    /// - Parameters:
    ///   - title: what the page is called.
    ///   - visitor: nil for the page that asks for the token.
    func page(
        _ template: Templates.Name,
        title: String,
        visitor: Visitor?,
        formToken: String = "",
        status: Int = 200,
        _ values: [String: Any] = [:]
    ) -> Response {
        var values = values
        values["form_token"] = formToken
        let main = part(template, values)
        let frame: [String: Any] = [
            "title": title, "main": main, "version": version, "form_token": formToken,
            "is_inside": visitor != nil, "has_session": visitor?.proof == .session,
            "sections": Section.all.map { ["path": $0.path, "title": $0.title, "is_current": $0.title == title] },
        ]
        let html = library.render(frame, withTemplate: Templates.Name.frame.rawValue) ?? ""
        return .page(html, status: status)
    }

    /// A part of a page, as the live view inserts it.
    func part(_ template: Templates.Name, _ values: [String: Any]) -> String {
        library.render(Self.withoutEmptyTexts(values), withTemplate: template.rawValue) ?? ""
    }

    /// An empty text counts as something in a section; nothing does not, and is not looked for outside either.
    private static func withoutEmptyTexts(_ value: Any) -> Any {
        switch value {
        case let text as String where text.isEmpty: NSNull()
        case let members as [String: Any]: members.mapValues(withoutEmptyTexts)
        case let elements as [Any]: elements.map(withoutEmptyTexts)
        default: value
        }
    }
}

/// An entry of the menu.
private struct Section {
    static let all = [
        Section(path: "/", title: "Overview"), Section(path: "/messages", title: "Messages"),
        Section(path: "/dead-letters", title: "Dead letters"), Section(path: "/handlers", title: "Handlers"),
        Section(path: "/events", title: "Events"), Section(path: "/live", title: "Live"),
    ]

    let path: String
    let title: String
}
