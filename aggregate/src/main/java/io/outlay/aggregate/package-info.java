@NullMarked
package io.outlay.aggregate;

import org.jspecify.annotations.NullMarked;
