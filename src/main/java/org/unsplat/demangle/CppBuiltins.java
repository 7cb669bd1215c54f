package org.unsplat.demangle;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.stream.Stream;

/** The one-letter codes of C++ names. */
final class CppBuiltins {

    static final Map<Character, String> TYPES =
            table("v:void,w:wchar_t,b:bool,c:char,a:signed char,h:unsigned char,s:short,t:unsigned short,i:int,"
                    + "j:unsigned int,l:long,m:unsigned long,x:long long,y:unsigned long long,n:__int128,"
                    + "o:unsigned __int128,f:float,d:double,e:long double,g:__float128,z:...");

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

    /** A table of letters and what they stand for: {@code b:bool,c:char}. */
    static Map<Character, String> table(String entries) {
        return Stream.of(entries.split(",")).collect(toMap(entry -> entry.charAt(0), entry -> entry.substring(2)));
    }
}
