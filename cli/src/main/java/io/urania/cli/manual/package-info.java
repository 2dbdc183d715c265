/** Pages for man(1), made from the commands themselves. */
@NullMarked
package io.urania.cli.manual;

import org.jspecify.annotations.NullMarked;
