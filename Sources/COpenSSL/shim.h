// What Swift sees of OpenSSL 3.
#ifndef POLAR_RECEIVER_COPENSSL_SHIM_H
#define POLAR_RECEIVER_COPENSSL_SHIM_H

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/ssl.h>

// Macros with arguments, which Swift does not see.

/// Keeps a server from giving tickets to clients of TLS 1.2; a callback of SSL_CTX_set_cert_cb, when the version is known.
///
/// A ticket of TLS 1.2 holds the keys of its connection, encrypted with a key that lives as long as the context. In TLS 1.3
/// a resumed connection makes new keys, so that tickets cost no forward secrecy.
static inline int openssl_withhold_old_tickets(SSL *session, void *unused) {
    (void)unused;
    if (SSL_version(session) < TLS1_3_VERSION) SSL_set_options(session, SSL_OP_NO_TICKET);
    return 1;
}

/// Sets the rules of a server after RFC 9325: TLS 1.2 and 1.3, forward secrecy and authenticated encryption only, neither
/// compression nor renegotiation, and tickets in TLS 1.3 alone. Returns 1, or 0 when this OpenSSL lacks one of them.
static inline int openssl_set_server_rules(SSL_CTX *context) {
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_cert_cb(context, openssl_withhold_old_tickets, NULL);
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1
        && SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1
        && SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1;
}

/// Suits connections that do not block: a write may end after a part of the bytes, and the rest may be somewhere else by
/// then. Idle ones keep no buffers, and no sessions are kept: clients resume them with tickets.
static inline void openssl_suit_event_loop(SSL_CTX *context) {
    SSL_CTX_set_mode(
        context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    // One system call instead of two for each record.
    SSL_CTX_set_read_ahead(context, 1);
}

/// Gives a session something that the context's message callback gets with each message.
static inline void openssl_set_message_argument(SSL *session, void *argument) {
    SSL_set_msg_callback_arg(session, argument);
}

/// Limits a client to some versions.
static inline void openssl_offer_versions(SSL_CTX *context, int lowest, int highest) {
    SSL_CTX_set_min_proto_version(context, lowest);
    SSL_CTX_set_max_proto_version(context, highest);
}

/// Frees a chain and what is in it.
static inline void openssl_free_chain(STACK_OF(X509) * chain) {
    sk_X509_pop_free(chain, X509_free);
}

/// The SSL_R_ constant of an error of TLS, 0 for any other.
static inline int openssl_tls_reason(unsigned long error) {
    return ERR_GET_LIB(error) == ERR_LIB_SSL ? ERR_GET_REASON(error) : 0;
}

#endif
