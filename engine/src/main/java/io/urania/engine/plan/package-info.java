/** Tasks, the graph they form, and the plan: a pure function of tasks and facts. */
@NullMarked
package io.urania.engine.plan;

import org.jspecify.annotations.NullMarked;
