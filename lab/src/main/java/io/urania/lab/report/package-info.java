/** What the lab tells the person who runs it: progress and problems. */
@NullMarked
package io.urania.lab.report;

import org.jspecify.annotations.NullMarked;
