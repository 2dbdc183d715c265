/** First contact with hosts whose keys are not known yet. */
@NullMarked
package io.urania.cli.hostkey;

import org.jspecify.annotations.NullMarked;
