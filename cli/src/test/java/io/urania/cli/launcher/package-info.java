@NullMarked
package io.urania.cli.launcher;

import org.jspecify.annotations.NullMarked;
