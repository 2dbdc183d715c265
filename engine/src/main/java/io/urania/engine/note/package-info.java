/** What Urania notes on a host about its own files and units there, so that what was there before it is kept and put back. */
@NullMarked
package io.urania.engine.note;

import org.jspecify.annotations.NullMarked;
