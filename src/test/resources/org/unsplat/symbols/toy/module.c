/* A module: each of its sections of code begins at 0 */
#define TOY_BASE 40
#include "toy.h"

INLINE void toy_mod_inner(int id)
{
	toy_sink(id); /* @inner */
	MARK(id);
}

NOINLINE void toy_mod_core(int x)
{
	toy_state = x;
	toy_mod_inner(41); /* @core */
	toy_state--;
}

__attribute__((section(".text.unlikely"))) NOINLINE void toy_mod_cold(int x)
{
	toy_mod_core(x); /* @cold */
	MARK(42);
	toy_state = x;
}

__attribute__((section(".init.text"))) NOINLINE int toy_mod_init(void)
{
	toy_state = 1;
	toy_mod_inner(43); /* @init */
	toy_mod_cold(3);
	return 0;
}
