import ReceiverCommand
import Shop

@main enum Main {
    static func main() async { await ReceiverCommand.main(kinds: [Access.self, CustomerMail.self]) }
}
