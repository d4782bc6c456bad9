"""An OAuth 2.0 server of Authlib, the library that Polar uses, at the paths that Polar has."""
