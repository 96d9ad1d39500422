package io.outlay.local.bench;

/** Something to be measured beside what it is compared with. */
public interface Bench {
    /** What one types: {@code outlay bench NAME}. */
    String name();

    /** One line for people. */
    String what();

    /** Measures all of its rows in this one run. */
    BenchReport run(BenchOptions options) throws Exception;
}
