#define TOY_BASE 0
#include "toy.h"

volatile int toy_state;

INLINE void toy_inner(int id, int x)
{
	toy_sink(x); /* @inner */
	MARK(id);
}

INLINE void toy_middle(int id, int x)
{
	toy_state += x;
	toy_inner(id, x + 1); /* @middle */
}

NOINLINE void toy_outer(int x)
{
	toy_middle(1, x); /* @outer1 */
	if (toy_state > 3)
		toy_middle(2, x * 2); /* @outer2 */
}

/* Two static functions have this name, and different sizes */
static NOINLINE void toy_twin(int x)
{
	toy_outer(x); /* @twin */
	MARK(3);
	toy_state -= 2;
}

/* Two have this one, and the same size */
static NOINLINE void toy_same(int x)
{
	toy_sink(x); /* @same */
	MARK(4);
	toy_state = x;
}

/* Its parameter is of no use: the compiler makes a copy without it, toy_sra.isra.0 */
static __attribute__((noinline)) int toy_sra(int unused, int x)
{
	toy_sink(x); /* @sra */
	MARK(6);
	return toy_state;
}

/* What is cold goes to a part of its own, toy_split.cold */
NOINLINE void toy_split(int x)
{
	if (__builtin_expect(x == 77, 0)) {
		toy_report(x); /* @cold */
		MARK(7);
		toy_state = 5;
	}
	toy_sink(x);
	MARK(8);
	toy_state++;
}

/* A call that never returns may be the last instruction: the frame says toy_last+SIZE/SIZE */
NOINLINE void toy_last(int x)
{
	if (x)
		panic(); /* @last */
	toy_state = x;
}

void _start(void)
{
	toy_twin(toy_state);
	toy_same(toy_state);
	toy_copy(toy_state);
	toy_split(toy_state);
	toy_other(toy_sra(toy_state, toy_state));
	toy_last(toy_state);
	for (;;)
		toy_outer(1);
}
