/**
 * The command line: one class per command, all of them listed in {@link io.outlay.local.OutlayMain}. A command reads its
 * options, calls what does the work, and prints; it decides nothing about money.
 */
@NullMarked
package io.outlay.local.cli;

import org.jspecify.annotations.NullMarked;
