/** Whether a host is who it says: keys that are pinned, and what is said of others. */
@NullMarked
package io.urania.engine.transport.hostkey;

import org.jspecify.annotations.NullMarked;
