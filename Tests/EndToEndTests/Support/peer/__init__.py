"""An HTTP server that webhooks are forwarded to, and that fails in every way it is asked to."""
