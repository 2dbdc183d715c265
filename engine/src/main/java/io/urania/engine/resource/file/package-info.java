/** Files, directories and programs. */
@NullMarked
package io.urania.engine.resource.file;

import org.jspecify.annotations.NullMarked;
