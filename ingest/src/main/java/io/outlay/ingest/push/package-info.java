/** Articles that others send us: {@link io.outlay.ingest.push.PushServer} takes them over HTTP. */
@NullMarked
package io.outlay.ingest.push;

import org.jspecify.annotations.NullMarked;
