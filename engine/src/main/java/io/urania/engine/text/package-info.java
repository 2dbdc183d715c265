/** Texts of other machines, before people see them. */
@NullMarked
package io.urania.engine.text;

import org.jspecify.annotations.NullMarked;
