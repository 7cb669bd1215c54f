/**
 * Converts the mangled names of functions to the names in the source:
 * {@code _RNvMs_NtCs1a2b3c_11rust_binder7processNtB4_7Process4take} becomes {@code <rust_binder::process::Process>::take}.
 * {@link org.unsplat.demangle.Demangler} is the entry point. No Java library does this for Rust, so it is implemented here
 * from Rust's RFC 2603 and the Itanium C++ ABI; the tests compare it with {@code c++filt}.
 */
package org.unsplat.demangle;
