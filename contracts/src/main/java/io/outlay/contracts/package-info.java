/**
 * What other teams may depend on: the topics ({@link io.outlay.contracts.Topics}), the records that stand in them, and how
 * they are written ({@link io.outlay.contracts.Json}).
 *
 * <p>Begin with {@link io.outlay.contracts.Topics}; each topic names its value type. The field names and their order are
 * part of the contract: adding a field is free, anything else is a new topic beside the old one.
 */
@NullMarked
package io.outlay.contracts;

import org.jspecify.annotations.NullMarked;
