/** Renders templates: lazily, variables through variables, with native types as ansible-core since 2.19. */
@NullMarked
package io.urania.inventory.evaluation;

import org.jspecify.annotations.NullMarked;
