#pragma once
#include <zlib.h>

/// Swift can't call macros with arguments: an inflater of raw deflate data, as ZIP archives hold it.
static inline int kolokol_inflate_raw(z_streamp stream) {
  return inflateInit2(stream, -MAX_WBITS);
}
