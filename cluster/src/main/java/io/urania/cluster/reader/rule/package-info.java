/** What must hold between the parts of an inventory: each file finds one kind of problem. */
@NullMarked
package io.urania.cluster.reader.rule;

import org.jspecify.annotations.NullMarked;
