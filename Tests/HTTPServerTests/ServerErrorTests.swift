import Glibc
import HTTPServer
import Testing

struct ServerErrorTests {
    @Test(arguments: [
        (
            ServerError.unknownHost("x"),
            "Cannot listen on x: it is no address of this machine; set HOST to one, such as 0.0.0.0."
        ),
        (
            .invalidPort(70_000),
            "Cannot listen on port 70000: ports go from 0, any that is free, to 65535; set PORT to one of them."
        ),
        (
            .addressInUse(host: "::", port: 80),
            "Cannot listen on :::80: another program does; stop it or set PORT to a free one."
        ),
        (
            .cannotListen(host: "0.0.0.0", port: 80, errno: EACCES),
            "Cannot listen on 0.0.0.0:80: Permission denied; set HOST and PORT to what this user may use."
        ),
        (
            .tooFewDescriptors(limit: 30, needed: 45),
            "The server cannot start with a limit of 30 open files: it needs 45 or more; raise the limit (ulimit -n, LimitNOFILE)."
        ),
        (
            .system(operation: "eventfd", errno: EMFILE),
            "The server cannot start because eventfd failed: Too many open files."
        ),
    ])
    func `says in one sentence what to do`(error: ServerError, sentence: String) {
        #expect(error.description == sentence)
    }
}
