/** What a machine is: operating system, processor, kernel, memory; and how packages are installed on it. */
@NullMarked
package io.urania.engine.system;

import org.jspecify.annotations.NullMarked;
