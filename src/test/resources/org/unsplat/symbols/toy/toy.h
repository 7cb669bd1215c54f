/*
 * A mark is a label right behind a call, where the call returns to. Where it lies, and the line of the call, which stands
 * in the line above, are what a symboliser must find out.
 */
#define MARK(id) __asm__ volatile("toy_mark_%c0:" : : "i"(id) : "memory")
#define NOINLINE __attribute__((noipa))
#define INLINE static inline __attribute__((always_inline))

extern volatile int toy_state;
int toy_sink(int x);
void toy_outer(int x);
void toy_other(int x);
void toy_report(int x) __attribute__((cold));
__attribute__((noreturn)) void panic(void);

#if TOY_BASE < 40
/* One function in two objects, as a header of the kernel has them: the lines agree */
static NOINLINE void toy_copy(int x)
{
	toy_sink(x); /* @copy */
	MARK(TOY_BASE + 5);
	toy_state ^= x;
}
#endif
