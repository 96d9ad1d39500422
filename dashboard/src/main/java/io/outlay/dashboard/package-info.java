/** The first downstream consumer of the public topics: what they say, kept in memory for readers. */
@NullMarked
package io.outlay.dashboard;

import org.jspecify.annotations.NullMarked;
