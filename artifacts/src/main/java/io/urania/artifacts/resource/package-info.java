/** Reading the YAML and other resource files that come with Urania. */
@NullMarked
package io.urania.artifacts.resource;

import org.jspecify.annotations.NullMarked;
