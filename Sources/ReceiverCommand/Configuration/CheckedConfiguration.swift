import EventStore
import HTTPServer
import PolarReceiver

/// A configuration and all that it comes to, as far as that can be checked without starting anything.
struct CheckedConfiguration: Sendable {
    let settings: Settings
    let endpoints: [WebhookEndpoint]
    let modules: [any HandlerModule]
    let certificate: TLSCertificate?

    /// Sentences about what works and is most likely not meant.
    var warnings: [String] {
        Suspicions.sentences(about: endpoints, in: settings) + ConfigurationWarnings.sentences(about: modules, settings)
    }

    /// Makes everything that a receiver is made of.
    ///
    /// - Throws: ``CommandFailure`` with exit code 78.
    init(_ settings: Settings) throws {
        self.settings = settings
        endpoints = try settings.webhookEndpoints()
        modules = try settings.modules()
        certificate = try settings.tlsCertificate()
        do throws(RegistrationError) { try Receiver.check(endpoints: endpoints, modules: modules) } catch {
            throw CommandFailure.configuration(error.description)
        }
        try OwnFiles(settings).check(modules)
        for module in modules {
            do { try module.check() } catch {
                throw CommandFailure.configuration("The handler \(module.id) cannot start: \(error)")
            }
        }
    }
}
