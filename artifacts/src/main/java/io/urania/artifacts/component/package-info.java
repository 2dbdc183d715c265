/** What clusters are made of, as data: the components that come with Urania, their programs, images and versions. */
@NullMarked
package io.urania.artifacts.component;

import org.jspecify.annotations.NullMarked;
