/** Writing a first inventory. */
@NullMarked
package io.urania.cli.init;

import org.jspecify.annotations.NullMarked;
