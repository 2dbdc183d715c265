@NullMarked
package io.urania.cli.progress;

import org.jspecify.annotations.NullMarked;
