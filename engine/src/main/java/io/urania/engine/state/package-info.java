/** What is kept beside the inventory: the lock and the journal. */
@NullMarked
package io.urania.engine.state;

import org.jspecify.annotations.NullMarked;
