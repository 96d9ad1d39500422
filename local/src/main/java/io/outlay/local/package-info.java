/**
 * The whole system in one JVM, for people and for tests; never deployed. {@link io.outlay.local.OutlayMain} is the command line, its
 * commands stand in {@code cli}, and {@code road} has the broker and the services on it.
 */
@NullMarked
package io.outlay.local;

import org.jspecify.annotations.NullMarked;
