/** What a machine is: operating system, processor, kernel, memory; and what a package manager has to do, each in a package of its own. */
@NullMarked
package io.urania.engine.system;

import org.jspecify.annotations.NullMarked;
