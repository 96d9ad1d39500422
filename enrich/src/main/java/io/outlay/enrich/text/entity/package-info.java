/**
 * Who and where: the companies, governments, consortia, programmes and funds, and the places, that a text names.
 *
 * <p>Begin with {@link io.outlay.enrich.text.entity.EntityScanner}. What it knows stands in two tables that people edit,
 * {@code companies.csv} ({@link io.outlay.enrich.text.entity.CompanyTable}) and {@code places.csv}
 * ({@link io.outlay.enrich.text.entity.PlaceTable}). Both say of each name how sure it is ({@link
 * io.outlay.enrich.text.entity.Alias}); {@link io.outlay.enrich.text.entity.Evidence} weighs the unsure ones.
 */
@NullMarked
package io.outlay.enrich.text.entity;

import org.jspecify.annotations.NullMarked;
