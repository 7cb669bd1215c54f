#define TOY_BASE 20
#include "toy.h"

NOINLINE int toy_sink(int x)
{
	toy_state ^= x;
	return x + 1;
}

static NOINLINE void toy_twin(int x)
{
	toy_state ^= x;
	toy_outer(toy_state); /* @twin */
	MARK(23);
	toy_state++;
	toy_state--;
	toy_state += 3;
	toy_state *= 5;
	toy_state += 7;
}

static NOINLINE void toy_same(int x)
{
	toy_sink(x); /* @same */
	MARK(24);
	toy_state = x;
}

void toy_report(int x)
{
	toy_state = x;
}

void toy_other(int x)
{
	toy_twin(x);
	toy_same(x);
	toy_copy(x);
}
