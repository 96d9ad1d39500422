@NullMarked
package io.outlay.enrich;

import org.jspecify.annotations.NullMarked;
