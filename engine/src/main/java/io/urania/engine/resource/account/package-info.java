/** Who a host is and who is on it: its name and its system users. */
@NullMarked
package io.urania.engine.resource.account;

import org.jspecify.annotations.NullMarked;
