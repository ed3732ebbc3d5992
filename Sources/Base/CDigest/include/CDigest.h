// SHA-256 of libcrypto, or of the system where that is macOS: a plain struct, so that a copy of it is a digest of its own.
#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

// libcrypto's one-shot interface would allocate a context for every item of a round, and fail where its configuration is
// broken; these calls do neither. They are marked as old there, which this says to be known.
#ifdef __APPLE__
#include <CommonCrypto/CommonDigest.h>
typedef struct { CC_SHA256_CTX state; } cdigest_sha256;
#else
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
typedef struct { SHA256_CTX state; } cdigest_sha256;
#endif

void cdigest_sha256_begin(cdigest_sha256 *digest);
void cdigest_sha256_add(cdigest_sha256 *digest, const void *bytes, size_t count);

// Writes the 32 bytes of the digest; nothing is added after that.
void cdigest_sha256_end(cdigest_sha256 *digest, uint8_t *result);

#endif
