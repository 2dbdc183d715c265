/** What happens during a run, as data. */
@NullMarked
package io.urania.engine.event;

import org.jspecify.annotations.NullMarked;
