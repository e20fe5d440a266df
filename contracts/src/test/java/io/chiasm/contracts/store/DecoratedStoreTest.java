package io.chiasm.contracts.store;

/** The order in which services stack the decorators, over a store that fails half of the time. */
class DecoratedStoreTest extends TensorStoreContract {
  private final FaultyStore faulty = new FaultyStore(new MemoryStore("memory"), 2, 300_000);
  private final TensorStore store =
      new VerifyingStore(new RetryingStore(faulty, new FakeTime().retry(RetryPolicy.STANDARD)));

  @Override
  protected TensorStore store() {
    return store;
  }
}
