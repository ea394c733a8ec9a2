# What the tablets' program needs of the machine's libraries and browsers do not offer, built from the sources that app/setup
# fetched, under the names that pkg-config gives them elsewhere. Included by app/CMakeLists.txt for emscripten.
# The few files of libsodium that seal a line: no assembler, no files, no passwords. Its public headers are the machine's.
set(sodium_dir ${STANDPOINT_CACHE_DIR}/sodium/src/libsodium)
set(sodium_files "")
foreach(part crypto_aead/xchacha20poly1305/sodium/aead_xchacha20poly1305 crypto_core/ed25519/core_ristretto255 crypto_core/ed25519/ref10/ed25519_ref10
    crypto_core/hchacha20/core_hchacha20 crypto_generichash/blake2b/generichash_blake2 crypto_generichash/blake2b/ref/blake2b-compress-ref
    crypto_generichash/blake2b/ref/blake2b-ref crypto_generichash/blake2b/ref/generichash_blake2b crypto_generichash/crypto_generichash
    crypto_onetimeauth/poly1305/donna/poly1305_donna crypto_onetimeauth/poly1305/onetimeauth_poly1305
    crypto_scalarmult/ristretto255/ref10/scalarmult_ristretto255_ref10 crypto_stream/chacha20/ref/chacha20_ref
    crypto_stream/chacha20/stream_chacha20 crypto_verify/sodium/verify sodium/core sodium/utils)
  list(APPEND sodium_files ${sodium_dir}/${part}.c)
endforeach()
add_library(web_sodium STATIC ${sodium_files})
target_include_directories(web_sodium SYSTEM PRIVATE ${sodium_dir}/include/sodium ${sodium_dir}/include INTERFACE ${STANDPOINT_HEADERS_DIR})
target_compile_definitions(web_sodium PUBLIC SODIUM_STATIC PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1 HAVE_C_VARARRAYS=1)
target_compile_options(web_sodium PRIVATE -w -Os)
add_library(PkgConfig::sodium ALIAS web_sodium)
