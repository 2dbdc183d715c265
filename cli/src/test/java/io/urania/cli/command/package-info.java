@NullMarked
package io.urania.cli.command;

