/** Commands that tell of former runs. */
@NullMarked
package io.urania.cli.command.runs;

import org.jspecify.annotations.NullMarked;
