/** What a machine is told when it starts, and starting it again. */
@NullMarked
package io.urania.engine.resource.boot;

import org.jspecify.annotations.NullMarked;
