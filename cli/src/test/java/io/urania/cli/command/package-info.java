@NullMarked
package io.urania.cli.command;

import org.jspecify.annotations.NullMarked;
