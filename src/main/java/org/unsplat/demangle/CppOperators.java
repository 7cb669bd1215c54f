package org.unsplat.demangle;

import java.util.HashMap;
import java.util.Map;

/** The operators of C++ by their codes: {@code pl} is {@code +}. */
final class CppOperators {

    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        var words = ("nw: new,na: new[],dl: delete,da: delete[],ng:-,ad:&,de:*,co:~,pl:+,mi:-,ml:*,dv:/,rm:%,an:&,or:|,"
                        + "eo:^,aS:=,pL:+=,mI:-=,mL:*=,dV:/=,rM:%=,aN:&=,oR:|=,eO:^=,ls:<<,rs:>>,lS:<<=,rS:>>=,eq:==,"
                        + "ne:!=,lt:<,gt:>,le:<=,ge:>=,ss:<=>,nt:!,aa:&&,oo:||,pp:++,mm:--,pm:->*,pt:->,cl:(),ix:[]")
                .split(",");
        for (var word : words) {
            NAMES.put(word.substring(0, 2), word.substring(3));
        }
        NAMES.put("cm", ",");
    }

    private CppOperators() {}

    static String name(String code) {
        var name = NAMES.get(code);
        if (name == null) {
            throw new MalformedSymbol();
        }
        return name;
    }
}
