/** What hosts must be like before anything is changed: rules that decide from facts alone, one file each. */
@NullMarked
package io.urania.cluster.preflight;

import org.jspecify.annotations.NullMarked;
