/** Scripts that complete Urania's command line in shells, made from the commands themselves. */
@NullMarked
package io.urania.cli.completion;

import org.jspecify.annotations.NullMarked;
