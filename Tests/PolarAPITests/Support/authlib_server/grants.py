"""The grants and endpoints of Authlib, tied to the store."""

from authlib.oauth2.rfc6749 import grants
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc7662 import IntrospectionEndpoint

from .store import CODE_LIFE, Code, User

METHODS = ["client_secret_basic", "client_secret_post", "none"]


class S256Only(CodeChallenge):
    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]


def authorization_code(store):
    class Grant(grants.AuthorizationCodeGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = METHODS

        def save_authorization_code(self, code, request):
            data = request.payload.data
            store.codes[code] = Code(
                code=code,
                client_id=request.client.id,
                redirect_uri=request.payload.redirect_uri,
                scope=request.scope,
                code_challenge=data.get("code_challenge"),
                code_challenge_method=data.get("code_challenge_method"),
                made=store.clock.now(),
            )

        def query_authorization_code(self, code, client):
            found = store.codes.get(code)
            if found and found.client_id == client.id and store.clock.now() <= found.made + CODE_LIFE:
                return found

        def delete_authorization_code(self, authorization_code):
            del store.codes[authorization_code.code]

        def authenticate_user(self, authorization_code):
            return User("user-1")

    return Grant


def refresh_token(store):
    class Grant(grants.RefreshTokenGrant):
        TOKEN_ENDPOINT_AUTH_METHODS = METHODS
        INCLUDE_NEW_REFRESH_TOKEN = True

        def authenticate_refresh_token(self, refresh_token):
            token = store.token_by_refresh(refresh_token)
            return token if token and not token.revoked else None

        def authenticate_user(self, refresh_token):
            return refresh_token.get_user()

        def revoke_old_credential(self, refresh_token):
            refresh_token.revoked = True

    return Grant


def revocation(store):
    class Endpoint(RevocationEndpoint):
        CLIENT_AUTH_METHODS = METHODS

        def query_token(self, token_string, token_type_hint):
            return store.token(token_string, token_type_hint)

        def revoke_token(self, token, request):
            token.revoked = True

    return Endpoint


def introspection(store):
    class Endpoint(IntrospectionEndpoint):
        CLIENT_AUTH_METHODS = METHODS

        def query_token(self, token_string, token_type_hint):
            return store.token(token_string, token_type_hint)

        def check_permission(self, token, client, request):
            return token.check_client(client)

        def introspect_token(self, token):
            return {
                "active": True,
                "client_id": token.client_id,
                "token_type": "Bearer",
                "scope": token.scope,
                "sub_type": "user",
                "sub": token.get_user().id,
                "organizations": [],
                "aud": token.client_id,
                "iss": "https://polar.sh",
                "exp": int(token.made + token.expires_in),
                "iat": int(token.made),
            }

    return Endpoint
