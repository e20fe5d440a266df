package io.chiasm.contracts.random;

/**
 * MT19937: the stream of {@code numpy.random.RandomState(seed)} and of torch's CPU generator after
 * {@code torch.manual_seed(seed)}.
 *
 * <p>Matsumoto and Nishimura (1998), doi:10.1145/272991.272995, with {@code init_genrand} of 2002.
 */
public final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;
  private static final int MATRIX_A = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;

  private final int[] state = new int[N];
  private int next = N;

  /** Only the low 32 bits of the seed enter, as in numpy and torch. */
  public MersenneTwister(long seed) {
    state[0] = (int) seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** The next 32 random bits. */
  public int next32() {
    if (next == N) {
      twist();
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** Uniform on [0, 1) with 24 random bits: torch's float32 {@code rand}. */
  public float nextFloat24() {
    return (next32() & 0xffffff) * 0x1p-24f;
  }

  /** Uniform on 0 … {@code max} by masked rejection: numpy's legacy {@code random_interval}. */
  public int nextInterval(int max) {
    int mask = max == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(max);
    int value = next32() & mask;
    while (value > max) {
      value = next32() & mask;
    }
    return value;
  }

  /** Shuffles in place as {@code RandomState.shuffle} does. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInterval(i);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & UPPER) | (state[(i + 1) % N] & LOWER);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : MATRIX_A);
    }
    next = 0;
  }
}
