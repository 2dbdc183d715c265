@NullMarked
package io.urania.cli.launcher;

