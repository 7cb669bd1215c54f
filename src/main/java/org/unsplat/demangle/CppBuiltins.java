package org.unsplat.demangle;

import java.util.Map;

/** The one-letter codes of C++ names. */
final class CppBuiltins {

    static final Map<Character, String> TYPES = Map.ofEntries(
            Map.entry('v', "void"),
            Map.entry('w', "wchar_t"),
            Map.entry('b', "bool"),
            Map.entry('c', "char"),
            Map.entry('a', "signed char"),
            Map.entry('h', "unsigned char"),
            Map.entry('s', "short"),
            Map.entry('t', "unsigned short"),
            Map.entry('i', "int"),
            Map.entry('j', "unsigned int"),
            Map.entry('l', "long"),
            Map.entry('m', "unsigned long"),
            Map.entry('x', "long long"),
            Map.entry('y', "unsigned long long"),
            Map.entry('n', "__int128"),
            Map.entry('o', "unsigned __int128"),
            Map.entry('f', "float"),
            Map.entry('d', "double"),
            Map.entry('e', "long double"),
            Map.entry('g', "__float128"),
            Map.entry('z', "..."));

    /** Types whose code is a letter after {@code D}. */
    static final Map<Character, String> LATER = Map.of(
            'd', "decimal64",
            'e', "decimal128",
            'f', "decimal32",
            'i', "char32_t",
            's', "char16_t",
            'u', "char8_t",
            'a', "auto",
            'c', "decltype(auto)",
            'n', "decltype(nullptr)");

    /** Names whose code is a letter after {@code S}. */
    static final Map<Character, String> STANDARD = Map.of(
            'a', "std::allocator",
            'b', "std::basic_string",
            's', "std::string",
            'i', "std::istream",
            'o', "std::ostream",
            'd', "std::iostream");

    /** Types that are written differently when they name a constructor or destructor. */
    static final Map<Character, String> CONSTRUCTED = Map.of(
            's', "std::basic_string<char, std::char_traits<char>, std::allocator<char> >",
            'i', "std::basic_istream<char, std::char_traits<char> >",
            'o', "std::basic_ostream<char, std::char_traits<char> >",
            'd', "std::basic_iostream<char, std::char_traits<char> >");

    /** The suffixes of number literals by type. */
    static final Map<Character, String> SUFFIXES =
            Map.of('i', "", 'j', "u", 'l', "l", 'm', "ul", 'x', "ll", 'y', "ull");

    private CppBuiltins() {}
}
