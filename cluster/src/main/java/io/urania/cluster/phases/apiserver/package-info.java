/** Files that the API server reads besides its certificates, and the keys with which it encrypts what it stores. */
@NullMarked
package io.urania.cluster.phases.apiserver;

import org.jspecify.annotations.NullMarked;
