/** How a command ends: exit codes, and what is said when it ends badly. */
@NullMarked
package io.urania.cli.failure;

import org.jspecify.annotations.NullMarked;
