"""What the server remembers, all of it in memory."""

import time
from dataclasses import dataclass, field

from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, TokenMixin
from authlib.oauth2.rfc6749.util import list_to_scope, scope_to_list

CODE_LIFE = 300


class Clock:
    def __init__(self):
        self.offset = 0

    def now(self):
        return time.time() + self.offset


@dataclass
class User:
    id: str


@dataclass
class Client(ClientMixin):
    id: str
    secret: str
    method: str
    scope: str
    redirect_uri: str

    def get_client_id(self):
        return self.id

    def get_default_redirect_uri(self):
        return self.redirect_uri

    def get_allowed_scope(self, scope):
        allowed = set(self.scope.split())
        return list_to_scope([one for one in scope_to_list(scope or self.scope) if one in allowed])

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri == self.redirect_uri

    def check_client_secret(self, client_secret):
        return client_secret == self.secret

    def check_endpoint_auth_method(self, method, endpoint):
        return method == self.method

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type in ("authorization_code", "refresh_token")


@dataclass
class Code(AuthorizationCodeMixin):
    code: str
    client_id: str
    redirect_uri: str
    scope: str
    code_challenge: str
    code_challenge_method: str
    made: float

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope


@dataclass
class Token(TokenMixin):
    clock: Clock
    client_id: str
    access_token: str
    refresh_token: str
    scope: str
    expires_in: int
    made: float
    revoked: bool = False

    def check_client(self, client):
        return self.client_id == client.id

    def get_scope(self):
        return self.scope

    def get_expires_in(self):
        return self.expires_in

    def is_expired(self):
        return self.made + self.expires_in < self.clock.now()

    def is_revoked(self):
        return self.revoked

    def get_user(self):
        return User("user-1")


@dataclass
class Store:
    clock: Clock = field(default_factory=Clock)
    clients: dict = field(default_factory=dict)
    codes: dict = field(default_factory=dict)
    tokens: list = field(default_factory=list)
    token_requests: int = 0

    def token_by_access(self, text):
        return next((token for token in self.tokens if token.access_token == text), None)

    def token_by_refresh(self, text):
        return next((token for token in self.tokens if token.refresh_token == text), None)

    def token(self, text, hint):
        if hint == "access_token":
            return self.token_by_access(text)
        if hint == "refresh_token":
            return self.token_by_refresh(text)
        return self.token_by_access(text) or self.token_by_refresh(text)
