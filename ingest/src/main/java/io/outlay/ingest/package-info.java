@NullMarked
package io.outlay.ingest;

import org.jspecify.annotations.NullMarked;
