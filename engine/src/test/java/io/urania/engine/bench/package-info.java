/** Benchmarks, started by the scripts in {@code bench/}. */
@NullMarked
package io.urania.engine.bench;

import org.jspecify.annotations.NullMarked;
