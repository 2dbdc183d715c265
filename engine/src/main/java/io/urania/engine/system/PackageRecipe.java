package io.urania.engine.system;

import io.urania.engine.batch.Payload;

/**
 * How a package is built, as a person has read and approved it: a PKGBUILD(5).
 *
 * @param name of the package; letters, digits and {@code @._+-}
 * @param text the recipe's whole text
 */
public record PackageRecipe(String name, String text) {

    /** The SHA-256 of the text, in hexadecimal digits. */
    public String sha256() {
        return Payload.text(text).sha256();
    }
}
