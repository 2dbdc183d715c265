/** Where files can be kept on a host: file systems, the room in them, and whether they may be written. */
@NullMarked
package io.urania.engine.storage;

import org.jspecify.annotations.NullMarked;
