/** What a run that changes hosts holds and leaves: lock, leases, journal. */
@NullMarked
package io.urania.control.run;

import org.jspecify.annotations.NullMarked;
