import PolarAPI
import Testing

struct AuthorizationRequestTests {
    private let client = OAuth2Client(credentials: OAuth2Credentials(clientID: "polar_ci_1"), logger: .silent)

    @Test func `asks at the page of the environment, with a challenge`() {
        let request = AuthorizationRequest(
            redirectURI: "http://127.0.0.1:8765/callback",
            scope: ["webhooks:read", "customers:read"],
            state: "a&b",
            challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        )
        #expect(
            client.authorizeURL(request) == """
                https://polar.sh/oauth2/authorize?response_type=code&client_id=polar_ci_1\
                &redirect_uri=http%3A%2F%2F127.0.0.1%3A8765%2Fcallback&scope=webhooks%3Aread%20customers%3Aread&state=a%26b\
                &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256
                """
        )
    }

    @Test func `sends everything else that Polar reads`() {
        let request = AuthorizationRequest(
            redirectURI: "https://a.example/",
            scope: ["openid"],
            state: "s",
            challenge: nil,
            nonce: "n",
            subjectType: "organization",
            prompt: "login"
        )
        #expect(
            client.authorizeURL(request) == """
                https://polar.sh/oauth2/authorize?response_type=code&client_id=polar_ci_1\
                &redirect_uri=https%3A%2F%2Fa.example%2F&scope=openid&state=s&nonce=n&sub_type=organization&prompt=login
                """
        )
    }
}
