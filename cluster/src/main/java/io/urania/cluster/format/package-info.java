/** Values in files of other programs: whatever is in a value, it is read there as that value and nothing else. */
@NullMarked
package io.urania.cluster.format;

import org.jspecify.annotations.NullMarked;
