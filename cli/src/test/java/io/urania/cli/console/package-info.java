@NullMarked
package io.urania.cli.console;

