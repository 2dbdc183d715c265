/** What readers read from: the inventory, its groups and hosts. */
@NullMarked
package io.urania.cluster.reader.source;

import org.jspecify.annotations.NullMarked;
