/** apt and dpkg, which keep the packages of Debian and what is made from it. */
@NullMarked
package io.urania.engine.system.apt;

import org.jspecify.annotations.NullMarked;
