/**
 * How fast it is, beside what it is compared with: {@code outlay bench}. A bench is a {@link io.outlay.local.bench.Bench} named in
 * {@link io.outlay.local.bench.Benches}; it measures everything that it compares in one run.
 */
@NullMarked
package io.outlay.local.bench;

import org.jspecify.annotations.NullMarked;
