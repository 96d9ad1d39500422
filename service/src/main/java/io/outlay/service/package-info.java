@NullMarked
package io.outlay.service;

import org.jspecify.annotations.NullMarked;
