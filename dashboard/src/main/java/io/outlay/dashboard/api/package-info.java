/**
 * What the HTTP API answers, as functions from {@link io.outlay.dashboard.api.Params} to {@link io.outlay.dashboard.api.Answer}. Begin with
 * {@link io.outlay.dashboard.api.Api}. Knows no server.
 */
@NullMarked
package io.outlay.dashboard.api;

import org.jspecify.annotations.NullMarked;
