"""The paths of the server."""

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector, current_token
from authlib.oauth2.rfc6750 import BearerTokenValidator
from flask import Flask, jsonify, request

from . import grants
from .store import Client, Store, Token, User

REDIRECT = "http://127.0.0.1:8765/callback"
SCOPE = "openid webhooks:read webhooks:write customers:read"

CLIENTS = [
    Client("polar_ci_post", "polar_cs_post", "client_secret_post", SCOPE, REDIRECT),
    # What the form encoding of a Basic header changes (RFC 6749 §2.3.1).
    Client("polar ci:basic", "s+ %&=:ü", "client_secret_basic", SCOPE, REDIRECT),
    Client("polar_ci_public", "", "none", SCOPE, REDIRECT),
]


def make_application():
    application = Flask("authlib_server")
    application.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
    application.config["OAUTH2_SCOPES_SUPPORTED"] = SCOPE.split()
    # As Polar has it.
    application.config["OAUTH2_TOKEN_EXPIRES_IN"] = {"authorization_code": 864000, "refresh_token": 3600}
    store = Store(clients={client.id: client for client in CLIENTS})
    add_server(application, store)
    add_userinfo(application, store)
    add_control(application, store)
    return application


def add_server(application, store):
    def save_token(token, request):
        store.tokens.append(
            Token(
                clock=store.clock,
                client_id=request.client.id,
                access_token=token["access_token"],
                refresh_token=token.get("refresh_token"),
                scope=token["scope"],
                expires_in=token["expires_in"],
                made=store.clock.now(),
            )
        )

    server = AuthorizationServer(application, query_client=store.clients.get, save_token=save_token)
    server.register_grant(grants.authorization_code(store), [grants.S256Only(required=True)])
    server.register_grant(grants.refresh_token(store))
    server.register_endpoint(grants.revocation(store))
    server.register_endpoint(grants.introspection(store))

    @application.get("/oauth2/authorize")
    def authorize():
        """Somebody who always allows it."""
        grant = server.get_consent_grant(end_user=User("user-1"))
        return server.create_authorization_response(grant_user=User("user-1"), grant=grant)

    @application.post("/v1/oauth2/token")
    def token():
        store.token_requests += 1
        return server.create_token_response()

    @application.post("/v1/oauth2/revoke")
    def revoke():
        return server.create_endpoint_response("revocation")

    @application.post("/v1/oauth2/introspect")
    def introspect():
        return server.create_endpoint_response("introspection")


def add_userinfo(application, store):
    class Validator(BearerTokenValidator):
        def authenticate_token(self, token_string):
            return store.token_by_access(token_string)

    protector = ResourceProtector()
    protector.register_token_validator(Validator())

    @application.get("/v1/oauth2/userinfo")
    @protector("openid")
    def userinfo():
        return jsonify(sub=current_token.get_user().id)


def add_control(application, store):
    @application.post("/control/clock")
    def clock():
        store.clock.offset += int(request.form["seconds"])
        return "", 204

    @application.get("/control/token-requests")
    def token_requests():
        return str(store.token_requests)
