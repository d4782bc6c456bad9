// OpenSSL 3 as Swift sees it. Macros that Swift cannot import get a static inline twin here.
#ifndef POLAR_RECEIVER_COPENSSL_SHIM_H
#define POLAR_RECEIVER_COPENSSL_SHIM_H

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#endif
