@NullMarked
package io.outlay.local;

import org.jspecify.annotations.NullMarked;
