@NullMarked
package io.urania.cli.console;

import org.jspecify.annotations.NullMarked;
