// What Swift sees of OpenSSL 3.
#ifndef POLAR_RECEIVER_COPENSSL_SHIM_H
#define POLAR_RECEIVER_COPENSSL_SHIM_H

#include <openssl/crypto.h>
#include <openssl/evp.h>

#endif
