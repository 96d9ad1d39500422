/** How a body is cut for reading: sentences, tokens, the cue words in them, and offsets in code points. */
@NullMarked
package io.outlay.enrich.text.prose;

import org.jspecify.annotations.NullMarked;
