#include "CDigest.h"

#ifdef __APPLE__

// CommonCrypto counts bytes in 32 bits.
enum { MOST = 1 << 30 };

void cdigest_sha256_begin(cdigest_sha256 *digest) { CC_SHA256_Init(&digest->state); }

void cdigest_sha256_add(cdigest_sha256 *digest, const void *bytes, size_t count)
{
    const uint8_t *next = bytes;
    for (; count > MOST; count -= MOST, next += MOST) CC_SHA256_Update(&digest->state, next, MOST);
    CC_SHA256_Update(&digest->state, next, (CC_LONG)count);
}

void cdigest_sha256_end(cdigest_sha256 *digest, uint8_t *result) { CC_SHA256_Final(result, &digest->state); }

#else

void cdigest_sha256_begin(cdigest_sha256 *digest) { SHA256_Init(&digest->state); }

void cdigest_sha256_add(cdigest_sha256 *digest, const void *bytes, size_t count)
{
    SHA256_Update(&digest->state, bytes, count);
}

void cdigest_sha256_end(cdigest_sha256 *digest, uint8_t *result) { SHA256_Final(result, &digest->state); }

#endif
