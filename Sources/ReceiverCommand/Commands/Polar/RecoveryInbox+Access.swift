import EventStore
import Logging
import PolarReceiver
import PolarReconciliation

extension RecoveryInbox {
    /// The inbox of commands: it is read from its file, and written through the receiver that uses it, if one does.
    ///
    /// - Throws: ``CommandFailure``.
    init(_ access: InboxAccess, _ editor: InboxEditor, _ settings: Settings, _ logger: Logger) async throws {
        switch try await editor.way() {
        case .file(let store): self.init(try Self.receiver(store, settings, logger))
        case .receiver(let socket):
            self.init(reader: access.inboxReader) { message throws(ReconciliationError) in
                do { return try await InboxEditor.ask(message, at: socket, path: "/recoveries").changed > 0 } catch {
                    throw .receiver("\(error)")
                }
            }
        }
    }

    /// A receiver that does not run: it knows which handlers a message is for, and they get it at the next start.
    private static func receiver(_ store: any EventStore, _ settings: Settings, _ logger: Logger) throws -> Receiver {
        let (endpoints, modules) = (try settings.webhookEndpoints(), try settings.modules())
        do throws(RegistrationError) {
            return try Receiver(
                endpoints: endpoints,
                modules: modules,
                store: store,
                duplicates: settings.duplicates,
                logger: logger
            )
        } catch {
            throw CommandFailure.configuration(error.description)
        }
    }
}
