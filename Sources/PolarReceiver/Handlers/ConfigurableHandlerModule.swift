/// A handler module that the configuration can ask for by name, as often as it likes.
///
/// ```yaml
/// handlers:
///   welcome:            # the id
///     module: mail      # the kind
///     server: smtp.example.com
/// ```
public protocol ConfigurableHandlerModule: HandlerModule {
    /// The word after `module:`.
    static var kind: String { get }

    /// Makes a module of its section; its ``HandlerModule/id`` is the section's name.
    ///
    /// - Throws: ``HandlerOptionError``, or any error whose description is a sentence with the remedy.
    init(_ options: HandlerOptions) throws
}
