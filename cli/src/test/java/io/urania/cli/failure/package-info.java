@NullMarked
package io.urania.cli.failure;

import org.jspecify.annotations.NullMarked;
