/** Commands that tell of former runs. */
@NullMarked
package io.urania.cli.command.runs;

