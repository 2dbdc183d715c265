/** Options and names that several commands share; the commands are below, in a package for each subject. */
@NullMarked
package io.urania.cli.command;

import org.jspecify.annotations.NullMarked;
