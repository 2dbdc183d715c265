/** Which host keys are believed, and first contact with hosts whose keys are not known yet. */
@NullMarked
package io.urania.control.hostkey;

import org.jspecify.annotations.NullMarked;
