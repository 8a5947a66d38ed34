/*
 * Whether the program is built with the address sanitizer: then it is slower, keeps what was freed,
 * and has an allocator of its own. gcc and clang tell it in different ways.
 */
#ifndef HILLPLAN_BASE_SANITIZER_H
#define HILLPLAN_BASE_SANITIZER_H

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ADDRESS_SANITIZER 1
#endif
#endif
#ifndef HAS_ADDRESS_SANITIZER
#define HAS_ADDRESS_SANITIZER 0
#endif

#endif
