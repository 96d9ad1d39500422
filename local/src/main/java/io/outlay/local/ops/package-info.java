/**
 * What people do to a running system: begin a service again ({@link io.outlay.local.ops.Reset}), have all articles tagged anew
 * ({@link io.outlay.local.ops.Retag}), look at dead letters and send them once more ({@link io.outlay.local.ops.Letters}).
 */
@NullMarked
package io.outlay.local.ops;

import org.jspecify.annotations.NullMarked;
